import type { Operation } from '../../../http/operation.ts';
import { deleteSample as remove } from '../change-sample.ts';

export const deleteSample: Operation<'deleteSample'> = async (context, { path }) => {
  await remove(context, context.principal.domainId, path.sample_id);
  return { status: 200, body: { sample_id: path.sample_id, deleted: true } };
};
