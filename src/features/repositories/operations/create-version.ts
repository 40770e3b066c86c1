import type { Operation } from '../../../http/operation.ts';
import { recordVersion } from '../versions.ts';
import { toVersion } from '../versions.view.ts';

export const createVersion: Operation<'createVersion'> = async (context, { body }) => {
  const version = await recordVersion(context, context.principal, body);
  return { status: 201, body: toVersion(version) };
};
