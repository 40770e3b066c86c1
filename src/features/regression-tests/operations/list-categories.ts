import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countCategories, listCategories as listCategoryRows } from '../categories.queries.ts';
import { toCategory } from '../regression-tests.view.ts';

export const listCategories: Operation<'listCategories'> = async ({ db, principal }, { query }) => {
  const categories = await listCategoryRows(db, principal.domainId, query);
  const total = await countCategories(db, principal.domainId);
  return { status: 200, body: pageOf(categories.map(toCategory), query, total) };
};
