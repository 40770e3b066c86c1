import type { Operation } from '../../../http/operation.ts';
import { dropQueuedSample } from '../queued-samples.ts';

export const deleteQueuedSample: Operation<'deleteQueuedSample'> = async (context, { path }) => {
  await dropQueuedSample(context, context.principal, path.queued_id);
  return { status: 200, body: { id: path.queued_id, deleted: true } };
};
