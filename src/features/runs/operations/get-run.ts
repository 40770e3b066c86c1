import type { Operation } from '../../../http/operation.ts';
import { queuePlacesOf } from '../../queue/queue-reason.ts';
import { findRun } from '../run-reads.queries.ts';
import { runView } from '../runs.view.ts';

export const getRun: Operation<'getRun'> = async (context, { path, fail }) => {
  const run = await findRun(context.db, context.principal.domainId, path.run_id);
  if (run === undefined) throw fail('not_found', 'There is no such run.');
  const places = await queuePlacesOf(context, [run]);
  const queueReason = places.get(run.id)?.reason ?? null;
  return { status: 200, body: runView(run, { queueReason, forgeUrl: context.settings.forgeUrl }) };
};
