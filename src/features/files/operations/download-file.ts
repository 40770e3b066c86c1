import type { Operation } from '../../../http/operation.ts';
import { attachment } from '../attachment.ts';
import { byteRangeOf } from '../byte-range.ts';

export const downloadFile: Operation<'downloadFile'> = async (context, { path, query, headers, fail }) => {
  const stored = await context.blobs.stat(path.sha256);
  if (stored === undefined) throw fail('not_found', 'There are no such bytes.');
  const { size_bytes } = stored;
  const range = byteRangeOf(headers.Range, size_bytes);
  if (range === 'unsatisfiable')
    throw fail('range_not_satisfiable', 'No part of the content lies in that range.', { size_bytes });
  const part = range === 'whole' ? { first: 0, last: size_bytes - 1 } : range;
  const opened = await context.blobs.open(path.sha256, range === 'whole' ? {} : { start: part.first, end: part.last });
  if (opened === undefined) throw fail('not_found', 'There are no such bytes.');
  const described = {
    'Content-Length': part.last - part.first + 1,
    'Content-Disposition': attachment(query.name),
    ETag: `"${path.sha256}"`,
    'Accept-Ranges': 'bytes',
    'Repr-Digest': `sha-256=:${Buffer.from(path.sha256, 'hex').toString('base64')}:`,
  } as const;
  if (range === 'whole') return { status: 200, headers: described, stream: opened.stream };
  const contentRange = `bytes ${part.first}-${part.last}/${size_bytes}`;
  return { status: 206, headers: { ...described, 'Content-Range': contentRange }, stream: opened.stream };
};
