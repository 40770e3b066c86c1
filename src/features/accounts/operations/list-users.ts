import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countAccounts, listAccounts } from '../accounts.queries.ts';
import { toPlatformUser } from '../accounts.view.ts';

export const listUsers: Operation<'listUsers'> = async ({ db, principal }, { query }) => {
  const accounts = await listAccounts(db, principal.domainId, query);
  const total = await countAccounts(db, principal.domainId);
  return { status: 200, body: pageOf(accounts.map(toPlatformUser), query, total) };
};
