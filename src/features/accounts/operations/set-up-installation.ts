import type { Operation } from '../../../http/operation.ts';
import { toPlatformUser } from '../accounts.view.ts';
import { setUp } from '../installation.ts';

export const setUpInstallation: Operation<'setUpInstallation'> = async (context, { body }) => {
  const account = await setUp(context, body);
  return { status: 201, body: toPlatformUser(account) };
};
