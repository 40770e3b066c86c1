import type { Operation } from '../../../http/operation.ts';
import { findPlannedTestResult } from '../result-reads.queries.ts';
import { runSampleView } from '../results.view.ts';

export const getRunSample: Operation<'getRunSample'> = async (context, { path, fail }) => {
  const { domainId } = context.principal;
  const test = await findPlannedTestResult(context.db, domainId, path.run_id, path.regression_test_id);
  if (test === undefined) throw fail('not_found', 'The run has no such test.');
  return { status: 200, body: runSampleView(test) };
};
