import type { Operation } from '../../../http/operation.ts';
import { createAccount } from '../account-creation.ts';
import { toPlatformUser } from '../accounts.view.ts';

export const createUser: Operation<'createUser'> = async ({ db, principal }, { body }) => {
  const account = await createAccount(db, principal.domainId, body);
  return { status: 201, headers: { Location: `/api/v1/users/${account.id}` }, body: toPlatformUser(account) };
};
