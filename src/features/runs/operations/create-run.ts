import type { Operation } from '../../../http/operation.ts';
import { queuePlacesOf } from '../../queue/queue-reason.ts';
import { createQueuedRun } from '../run-creation.ts';
import { findRun } from '../run-reads.queries.ts';
import { runView } from '../runs.view.ts';

export const createRun: Operation<'createRun'> = async (context, { headers, body, fail }) => {
  const { runId, replayed } = await createQueuedRun(context, context.principal, body, headers['Idempotency-Key']);
  const run = await findRun(context.db, context.principal.domainId, runId);
  if (run === undefined) throw fail('unprocessable', 'The run is gone.');
  const places = await queuePlacesOf(context, [run]);
  return {
    status: 202,
    headers: { Location: `/api/v1/runs/${runId}`, ...(replayed ? { 'Idempotency-Replayed': 'true' as const } : {}) },
    body: runView(run, { queueReason: places.get(run.id)?.reason ?? null, forgeUrl: context.settings.forgeUrl }),
  };
};
