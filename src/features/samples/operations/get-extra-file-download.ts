import type { Operation } from '../../../http/operation.ts';
import { existingExtraFile } from '../extra-files.ts';
import { storedFile } from '../stored-file.ts';

export const getExtraFileDownload: Operation<'getExtraFileDownload'> = async (context, { path }) => {
  const { domainId } = context.principal;
  const key = { domainId, sampleId: path.sample_id, extraId: path.extra_id };
  const file = await existingExtraFile(context.db, key);
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: await storedFile(context, domainId, file) };
};
