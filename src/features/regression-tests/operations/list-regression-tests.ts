import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countRegressionTests, listRegressionTests as listTestRows } from '../regression-tests.queries.ts';
import { toRegressionTest } from '../regression-tests.view.ts';

export const listRegressionTests: Operation<'listRegressionTests'> = async ({ db, principal }, { query }) => {
  const tests = await listTestRows(db, principal.domainId, query, query);
  const total = await countRegressionTests(db, principal.domainId, query);
  return { status: 200, body: pageOf(tests.map(toRegressionTest), query, total) };
};
