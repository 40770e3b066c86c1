import type { Readable } from 'node:stream';

/**
 * Passes the bytes on after `inspect` saw the first `headBytes` of them, or all there are. What it throws ends the bytes
 * before any was passed on; the stream is left as it is, so that its sender can be answered.
 */
export function inspectedBytes(
  source: Readable,
  headBytes: number,
  inspect: (head: Uint8Array) => Promise<void>,
): AsyncIterable<Uint8Array> {
  // It may fail before its first byte is asked for: unheard, that would end the process. The iterator still reports it.
  source.on('error', () => {});
  return inspectFirst(source.iterator({ destroyOnReturn: false }), headBytes, inspect);
}

async function* inspectFirst(
  source: AsyncIterable<Buffer>,
  headBytes: number,
  inspect: (head: Uint8Array) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of source) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < headBytes) continue;
    await inspect(head.subarray(0, headBytes));
    yield head;
    head = undefined;
  }
  if (head === undefined) return;
  await inspect(head);
  yield head;
}
