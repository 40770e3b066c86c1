import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countBlockedUsers, listBlockedUserRows } from '../blocked-users.queries.ts';
import { toBlockedUser } from '../system.view.ts';

export const listBlockedUsers: Operation<'listBlockedUsers'> = async ({ db, principal }, { query }) => {
  const users = await listBlockedUserRows(db, principal.domainId, query);
  const total = await countBlockedUsers(db, principal.domainId);
  return { status: 200, body: pageOf(users.map(toBlockedUser), query, total) };
};
