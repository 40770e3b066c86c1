import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { ownersToList } from '../token-listing.ts';
import { countTokens, listTokenRows } from '../tokens.queries.ts';
import { toApiTokenItem } from '../tokens.view.ts';

export const listTokens: Operation<'listTokens'> = async ({ db, principal }, { query }) => {
  const owners = ownersToList(principal, query.all);
  const tokens = await listTokenRows(db, owners, query);
  const total = await countTokens(db, owners);
  return { status: 200, body: pageOf(tokens.map(toApiTokenItem), query, total) };
};
