import type { Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { BlobPutAborted, BlobTooLarge, type PutOptions } from './blob-store.ts';

export interface Measure {
  readonly hash: Hash;
  sizeBytes: number;
}

/**
 * Passes the bytes on while it measures them, and fails as soon as they are too many or the signal aborts, even while
 * the source is silent. Holds one chunk at a time.
 */
export function measuredBytes(
  source: Readable | AsyncIterable<Uint8Array>,
  measure: Measure,
  options: PutOptions,
): AsyncGenerator<Uint8Array> {
  if (!(source instanceof Readable)) return measureEach(source[Symbol.asyncIterator](), measure, options);
  // It may fail before its first byte is asked for: unheard, that would end the process. The iterator still reports it.
  source.on('error', () => {});
  // To destroy a refused request is to close the connection on which its refusal would be sent.
  return measureEach(source.iterator({ destroyOnReturn: false }), measure, options);
}

async function* measureEach(
  iterator: AsyncIterator<Uint8Array>,
  measure: Measure,
  { bytesMax, signal }: PutOptions,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await nextUnlessAborted(iterator, signal);
      if (done) return;
      if (!ArrayBuffer.isView(value)) throw new TypeError('a blob is made of bytes');
      measure.sizeBytes += value.byteLength;
      if (measure.sizeBytes > bytesMax) throw new BlobTooLarge(bytesMax);
      measure.hash.update(value);
      yield value;
    }
  } finally {
    // Not awaited: a silent source would answer only after its next chunk.
    iterator.return?.().catch(() => {});
  }
}

/** A listener per chunk: racing each chunk against one promise of the abort would keep every chunk until the end. */
function nextUnlessAborted(
  iterator: AsyncIterator<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<IteratorResult<Uint8Array>> {
  if (signal === undefined) return iterator.next();
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new BlobPutAborted(signal.reason));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    const settle = iterator.next().then(resolve, reject);
    void settle.finally(() => signal.removeEventListener('abort', abort));
  });
}
