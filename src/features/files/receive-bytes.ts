import type { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { BlobDigestMismatch, BlobTooLarge } from '../../storage/blob-store.ts';

export interface ReceivedBytes {
  readonly sha256: string;
  readonly size_bytes: number;
}

/** Keeps an uploaded body in the store; nothing refers to the bytes until the caller writes its row. */
export async function receiveBytes(
  { blobs, settings }: Pick<AppContext, 'blobs' | 'settings'>,
  body: Readable | AsyncIterable<Uint8Array>,
  {
    expectedSha256,
    signal,
    mayBeEmpty = false,
  }: { readonly expectedSha256: string | undefined; readonly signal: AbortSignal; readonly mayBeEmpty?: boolean },
): Promise<ReceivedBytes> {
  const bytesMax = settings.uploadBytesMax;
  const expected = expectedSha256 === undefined ? {} : { expectedSha256 };
  const received = await blobs.put(body, { bytesMax, signal, ...expected }).catch((error: unknown) => {
    throw refusalOf(error, bytesMax);
  });
  if (received.size_bytes === 0 && !mayBeEmpty) throw new AppError('unprocessable', 'The body is empty.');
  return received;
}

function refusalOf(error: unknown, bytesMax: number): unknown {
  if (error instanceof BlobTooLarge)
    return new AppError('payload_too_large', 'The body is larger than this installation takes.', {
      bytes_max: bytesMax,
    });
  if (error instanceof BlobDigestMismatch)
    return new AppError('unprocessable', 'The content does not have the digest that was given.');
  return error;
}
