import type { Operation } from '../../../http/operation.ts';
import { existingQueuedSample } from '../queued-samples.ts';
import { toQueuedSample } from '../queued-samples.view.ts';

export const getQueuedSample: Operation<'getQueuedSample'> = async (context, { path }) => {
  const queued = await existingQueuedSample(context, context.principal, path.queued_id);
  return { status: 200, body: toQueuedSample(queued) };
};
