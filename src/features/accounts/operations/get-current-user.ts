import type { Operation } from '../../../http/operation.ts';
import { findAccountInDomain } from '../accounts.queries.ts';
import { toCurrentUser } from '../accounts.view.ts';

export const getCurrentUser: Operation<'getCurrentUser'> = async ({ db, principal }, input) => {
  const account = await findAccountInDomain(db, principal.accountId);
  if (account === undefined) throw input.fail('unauthorized', 'A valid token is needed.');
  return { status: 200, body: toCurrentUser(account, principal.scopes) };
};
