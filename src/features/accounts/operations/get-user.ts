import type { Operation } from '../../../http/operation.ts';
import { findAccount } from '../accounts.queries.ts';
import { toPlatformUser } from '../accounts.view.ts';

export const getUser: Operation<'getUser'> = async ({ db, principal }, { path, fail }) => {
  const account = await findAccount(db, principal.domainId, path.user_id);
  if (account === undefined) throw fail('not_found', 'There is no such account.');
  return { status: 200, body: toPlatformUser(account) };
};
