import type { Operation } from '../../../http/operation.ts';
import { existingMediaInfo } from '../media-info.ts';
import { storedFile } from '../stored-file.ts';

export const getMediaInfoDownload: Operation<'getMediaInfoDownload'> = async (context, { path }) => {
  const { domainId } = context.principal;
  const file = await existingMediaInfo(context.db, domainId, path.sample_id);
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: await storedFile(context, domainId, file) };
};
