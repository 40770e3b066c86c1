import type { Operation } from '../../../http/operation.ts';
import { servedFile } from '../served-file.ts';

export const downloadFile: Operation<'downloadFile'> = async (context, { path, query, headers }) => {
  const file = { sha256: path.sha256, name: query.name, range: headers.Range };
  const { headers: described, contentRange, stream } = await servedFile(context, file);
  return contentRange === undefined
    ? { status: 200, headers: described, stream }
    : { status: 206, headers: { ...described, 'Content-Range': contentRange }, stream };
};
