import type { Operation } from '../../../http/operation.ts';
import { deleteExtraFile as remove } from '../extra-files.ts';

export const deleteExtraFile: Operation<'deleteExtraFile'> = async (context, { path }) => {
  const { domainId } = context.principal;
  await remove(context, { domainId, sampleId: path.sample_id, extraId: path.extra_id });
  return { status: 200, body: { id: path.extra_id, deleted: true } };
};
