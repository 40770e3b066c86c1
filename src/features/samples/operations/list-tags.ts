import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { toTag } from '../samples.view.ts';
import { countTags, listTags as listTagRows } from '../tags.queries.ts';

export const listTags: Operation<'listTags'> = async ({ db, principal }, { query }) => {
  const tags = await listTagRows(db, principal.domainId, query);
  const total = await countTags(db, principal.domainId);
  return { status: 200, body: pageOf(tags.map(toTag), query, total) };
};
