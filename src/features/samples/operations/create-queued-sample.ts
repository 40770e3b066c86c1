import type { Operation } from '../../../http/operation.ts';
import { queueFile, receiveFile } from '../queued-samples.ts';
import { toQueuedSample } from '../queued-samples.view.ts';

export const createQueuedSample: Operation<'createQueuedSample'> = async (context, { body, signal }) => {
  const received = await body.read((file) => receiveFile(context, file, signal));
  const queued = await queueFile(context, context.principal, received);
  return { status: 201, headers: { Location: `/api/v1/queued-samples/${queued.id}` }, body: toQueuedSample(queued) };
};
