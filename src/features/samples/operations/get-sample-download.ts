import type { Operation } from '../../../http/operation.ts';
import { existingSample } from '../sample-lookup.ts';
import { storedFile } from '../stored-file.ts';

export const getSampleDownload: Operation<'getSampleDownload'> = async (context, { path }) => {
  const { domainId } = context.principal;
  const sample = await existingSample(context.db, domainId, path.sample_id);
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: await storedFile(context, domainId, sample) };
};
