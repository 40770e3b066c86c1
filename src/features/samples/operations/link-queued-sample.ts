import type { Operation } from '../../../http/operation.ts';
import { linkQueuedSample as link } from '../queued-samples.ts';
import { toLinkedFile } from '../queued-samples.view.ts';

export const linkQueuedSample: Operation<'linkQueuedSample'> = async (context, { path, body }) => {
  const file = await link(context, context.principal, path.queued_id, body.sample_id);
  return { status: 201, body: toLinkedFile(file) };
};
