import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countPlannedTests, listPlannedTestResults } from '../result-reads.queries.ts';
import { runSampleView } from '../results.view.ts';

export const listRunSamples: Operation<'listRunSamples'> = async (context, { path, query, fail }) => {
  const total = await countPlannedTests(context.db, context.principal.domainId, path.run_id, query);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const tests = await listPlannedTestResults(context.db, path.run_id, query, query);
  return { status: 200, body: pageOf(tests.map(runSampleView), query, total) };
};
