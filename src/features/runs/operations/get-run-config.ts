import type { Operation } from '../../../http/operation.ts';
import { findRun, listPlannedTestIds } from '../run-reads.queries.ts';
import { runConfigView } from '../runs.view.ts';

export const getRunConfig: Operation<'getRunConfig'> = async (context, { path, fail }) => {
  const run = await findRun(context.db, context.principal.domainId, path.run_id);
  if (run === undefined) throw fail('not_found', 'There is no such run.');
  return { status: 200, body: runConfigView(run, await listPlannedTestIds(context.db, run.id)) };
};
