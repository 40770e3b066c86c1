import type { Operation } from '../../../http/operation.ts';
import { namesEntity } from '../../entity-tags.ts';
import { servedFile } from '../served-file.ts';

export const downloadFile: Operation<'downloadFile'> = async (context, { path, query, headers }) => {
  const etag = `"${path.sha256}"`;
  const isAtHand = namesEntity(headers['If-None-Match'], etag);
  if (isAtHand && (await context.blobs.stat(path.sha256)) !== undefined)
    return { status: 304, headers: { ETag: etag } };
  const file = { sha256: path.sha256, name: query.name, range: headers.Range };
  const { headers: described, contentRange, stream } = await servedFile(context, file);
  return contentRange === undefined
    ? { status: 200, headers: described, stream }
    : { status: 206, headers: { ...described, 'Content-Range': contentRange }, stream };
};
