import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { comparedRunView, comparedTestView } from '../run-comparison.view.ts';
import { compareRun } from '../run-comparison.ts';

export const listRunComparisons: Operation<'listRunComparisons'> = async (context, { path, query }) => {
  const comparison = await compareRun(context, context.principal.domainId, path.run_id, query);
  const { counts, tests } = comparison;
  const fitting = [...counts].filter(([verdict]) => query.verdict === undefined || verdict === query.verdict);
  const total = fitting.reduce((sum, [, count]) => sum + count, 0);
  return {
    status: 200,
    body: { ...comparedRunView(comparison), ...pageOf(tests.map(comparedTestView), query, total) },
  };
};
