import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { queueOwnerOf } from '../queued-samples.ts';
import { countQueuedSamples, listQueuedSampleRows } from '../queued-samples.queries.ts';
import { toQueuedSample } from '../queued-samples.view.ts';

export const listQueuedSamples: Operation<'listQueuedSamples'> = async ({ db, principal }, { query }) => {
  const owner = queueOwnerOf(principal);
  const queued = await listQueuedSampleRows(db, owner, query);
  const total = await countQueuedSamples(db, owner);
  return { status: 200, body: pageOf(queued.map(toQueuedSample), query, total) };
};
