import type { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import { attachment } from './attachment.ts';
import { byteRangeOf } from './byte-range.ts';
import { representationDigest } from './representation-digest.ts';

export interface FileRequest {
  readonly sha256: string;
  readonly name: string;
  /** As the `Range` header has it. */
  readonly range: string | undefined;
}

export interface ServedFile {
  readonly headers: {
    readonly 'Content-Length': number;
    readonly 'Content-Disposition': string;
    readonly ETag: string;
    readonly 'Accept-Ranges': 'bytes';
    readonly 'Repr-Digest': string;
  };
  /** Undefined when the stream is the whole content. */
  readonly contentRange: string | undefined;
  readonly stream: Readable;
}

/** Stored bytes, or one range of them, as an attachment that can be checked against its digest. */
export async function servedFile(
  { blobs }: Pick<AppContext, 'blobs'>,
  { sha256, name, range }: FileRequest,
): Promise<ServedFile> {
  const stored = await blobs.stat(sha256);
  if (stored === undefined) throw notFound('file');
  const { size_bytes } = stored;
  const part = byteRangeOf(range, size_bytes);
  if (part === 'unsatisfiable')
    throw new AppError('range_not_satisfiable', 'No part of the content lies in that range.', { size_bytes });
  const opened = await blobs.open(sha256, part === 'whole' ? {} : { start: part.first, end: part.last });
  if (opened === undefined) throw notFound('file');
  const headers = {
    'Content-Length': part === 'whole' ? size_bytes : part.last - part.first + 1,
    'Content-Disposition': attachment(name),
    ETag: `"${sha256}"`,
    'Accept-Ranges': 'bytes',
    'Repr-Digest': representationDigest(sha256),
  } as const;
  const contentRange = part === 'whole' ? undefined : `bytes ${part.first}-${part.last}/${size_bytes}`;
  return { headers, contentRange, stream: opened.stream };
}
