import type { Operation } from '../../../http/operation.ts';
import { findRun } from '../run-reads.queries.ts';
import { runSummaryView } from '../runs.view.ts';

export const getRunSummary: Operation<'getRunSummary'> = async (context, { path, fail }) => {
  const run = await findRun(context.db, context.principal.domainId, path.run_id);
  if (run === undefined) throw fail('not_found', 'There is no such run.');
  return { status: 200, body: runSummaryView(run) };
};
