import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  BlobDigestMismatch,
  BlobNameInvalid,
  BlobPutAborted,
  BlobRangeInvalid,
  type BlobStore,
  BlobTooLarge,
} from '../storage/blob-store.ts';

export interface StoreUnderTest {
  readonly blobs: BlobStore;
  /** How much there is of puts that did not end, or did not end well. */
  unfinished(): Promise<number>;
  /** Puts other bytes under the name, past the store. */
  damage(sha256: string, content: string): Promise<void>;
  /** Whatever is there was put so much longer ago. */
  passTime(ms: number): Promise<void>;
  close(): Promise<void>;
}

let store: StoreUnderTest;

/** What every store promises, whatever keeps its bytes. */
export function describeBlobStore(open: () => Promise<StoreUnderTest>): void {
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());
  describe('put', describePut);
  describe('a refused put leaves nothing behind', describeRefusedPut);
  describe('contents of many parts', describeParts);
  describe('reading', describeReading);
  describe('upkeep', describeUpkeep);
}

function describePut(): void {
  test('keeps bytes under the digest of their content', async () => {
    const stored = await store.blobs.put(chunks('some ', 'bytes'), {
      bytesMax: 10,
      expectedSha256: digestOf('some bytes'),
    });
    expect(stored).toEqual({ sha256: digestOf('some bytes'), size_bytes: 10 });
    expect(await store.blobs.readAll(stored.sha256, 10)).toEqual(Buffer.from('some bytes'));
    expect(await store.blobs.has(stored.sha256)).toBe(true);
  });

  test('keeps empty content', async () => {
    const { sha256 } = await store.blobs.put(Readable.from([]), { bytesMax: 0 });
    expect(sha256).toBe(digestOf(''));
    expect(await store.blobs.readAll(sha256, 0)).toEqual(Buffer.alloc(0));
  });

  test('of the same content, in parallel and again, gives one blob', async () => {
    const put = (): Promise<unknown> => store.blobs.put(chunks('twice', 'over'), { bytesMax: 100 });
    await Promise.all([put(), put(), put()]);
    await put();
    expect(await namesIn(store.blobs)).toEqual([digestOf('twiceover')]);
    expect(await store.unfinished()).toBe(0);
  });

  test('shows a blob only when it is complete', async () => {
    let midway: unknown;
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('first, ');
      midway = [await namesIn(store.blobs), await store.blobs.has(digestOf('first, second'))];
      yield Buffer.from('second');
    }
    await store.blobs.put(source(), { bytesMax: 100 });
    expect(midway).toEqual([[], false]);
  });
}

function describeRefusedPut(): void {
  afterEach(async () => {
    expect(await store.unfinished()).toBe(0);
    expect(await namesIn(store.blobs)).toEqual([]);
  });

  test('when the content is too large, which ends an endless source', async () => {
    const put = store.blobs.put(endless(), { bytesMax: 1_000_000 });
    await expect(put).rejects.toThrow(BlobTooLarge);
    await expect(put).rejects.toMatchObject({ bytesMax: 1_000_000 });
    await expect(store.blobs.put(chunks('1234'), { bytesMax: 3 })).rejects.toThrow(BlobTooLarge);
  });

  test('when the digest is not the expected one', async () => {
    const expectedSha256 = digestOf('others');
    const put = store.blobs.put(chunks('bytes'), { bytesMax: 10, expectedSha256 });
    await expect(put).rejects.toThrow(BlobDigestMismatch);
    await expect(put).rejects.toMatchObject({ expectedSha256, actualSha256: digestOf('bytes') });
  });

  test('when it is aborted, be the source silent or endless', async () => {
    for (const source of [silent(), endless(), new Readable({ read: () => {} })]) {
      const abort = new AbortController();
      const put = store.blobs.put(source, { bytesMax: 1e10, signal: abort.signal });
      setTimeout(() => abort.abort('gone'), 20);
      await expect(put).rejects.toThrow(BlobPutAborted);
      await expect(put).rejects.toMatchObject({ cause: 'gone' });
    }
  });

  test('when it was aborted before it began', async () => {
    const put = store.blobs.put(silent(), { bytesMax: 1, signal: AbortSignal.abort() });
    await expect(put).rejects.toThrow(BlobPutAborted);
  });

  test('when the source fails at once or midway, with the error of the source', async () => {
    for (const wait of [setImmediate, setTimeout]) {
      const source = new Readable({ read: () => {} });
      source.push('half');
      const put = store.blobs.put(source, { bytesMax: 100 });
      wait(() => source.destroy(new Error('connection lost')), 20);
      await expect(put).rejects.toThrow('connection lost');
    }
  });

  test('when the source gives text in place of bytes', async () => {
    await expect(store.blobs.put(Readable.from(['text']), { bytesMax: 1 })).rejects.toThrow(TypeError);
  });

  test('and leaves a refused stream open, so that its sender can be answered', async () => {
    const source = Readable.from(endless());
    await expect(store.blobs.put(source, { bytesMax: 5 })).rejects.toThrow(BlobTooLarge);
    await new Promise(setImmediate);
    expect(source.destroyed).toBe(false);
  });
}

function describeParts(): void {
  const partsBytes = 11_000_000;

  test('are kept and read whole and in part', async () => {
    const expectedSha256 = hash('sha256', Buffer.alloc(partsBytes));
    for (const expected of [{}, { expectedSha256 }]) {
      const stored = await store.blobs.put(endless(partsBytes), { bytesMax: partsBytes, ...expected });
      expect(stored).toEqual({ sha256: expectedSha256, size_bytes: partsBytes });
    }
    const opened = await store.blobs.open(expectedSha256, { start: 10_999_998 });
    expect([opened?.size_bytes, opened && (await text(opened.stream))]).toEqual([partsBytes, '\0\0']);
    expect([await namesIn(store.blobs), await store.unfinished()]).toEqual([[expectedSha256], 0]);
  });

  test('are refused when they are too large, wrong or cut, and leave nothing', async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield* endless(partsBytes);
      throw new Error('connection lost');
    }
    const expectedSha256 = digestOf('others');
    await expect(store.blobs.put(endless(), { bytesMax: partsBytes })).rejects.toThrow(BlobTooLarge);
    await expect(store.blobs.put(endless(partsBytes), { bytesMax: 20_000_000, expectedSha256 })).rejects.toThrow(
      BlobDigestMismatch,
    );
    await expect(store.blobs.put(cut(), { bytesMax: 20_000_000 })).rejects.toThrow('connection lost');
    expect([await namesIn(store.blobs), await store.unfinished()]).toEqual([[], 0]);
  });
}

function describeReading(): void {
  test('answers undefined for what was never put', async () => {
    const sha256 = digestOf('absent');
    expect(await store.blobs.open(sha256)).toBeUndefined();
    expect(await store.blobs.stat(sha256)).toBeUndefined();
    expect(await store.blobs.readAll(sha256, 1)).toBeUndefined();
    expect(await store.blobs.has(sha256)).toBe(false);
  });

  test('takes no name but 64 lower-case hexadecimal digits', async () => {
    const good = digestOf('x');
    for (const name of ['', '..', good.slice(1), `${good}0`, `${good}\n`, good.toUpperCase(), `../${good.slice(3)}`]) {
      await expect(store.blobs.open(name)).rejects.toThrow(BlobNameInvalid);
      await expect(store.blobs.stat(name)).rejects.toThrow(BlobNameInvalid);
      await expect(store.blobs.has(name)).rejects.toThrow(BlobNameInvalid);
      await expect(store.blobs.readAll(name, 1)).rejects.toThrow(BlobNameInvalid);
      const put = store.blobs.put(chunks('x'), { bytesMax: 1, expectedSha256: name });
      await expect(put).rejects.toThrow(BlobNameInvalid);
    }
  });

  test('gives the bytes from start to end, both included, and the size of the whole', async () => {
    const { sha256 } = await store.blobs.put(chunks('0123456789'), { bytesMax: 10 });
    const read = async (range?: { start?: number; end?: number }): Promise<string> => {
      const opened = await store.blobs.open(sha256, range);
      expect(opened?.size_bytes).toBe(10);
      return opened ? text(opened.stream) : '';
    };
    expect(await read()).toBe('0123456789');
    expect(await read({ start: 0, end: 0 })).toBe('0');
    expect(await read({ start: 3, end: 5 })).toBe('345');
    expect(await read({ start: 7 })).toBe('789');
    expect(await read({ end: 2 })).toBe('012');
    expect(await read({ start: 9, end: 1e15 })).toBe('9');
  });

  test('refuses a range that holds no byte', async () => {
    const { sha256 } = await store.blobs.put(chunks('0123456789'), { bytesMax: 10 });
    const empty = await store.blobs.put(chunks(), { bytesMax: 0 });
    for (const range of [
      { start: 10 },
      { start: 5, end: 4 },
      { start: -1 },
      { end: -1 },
      { start: 0.5 },
      { end: 1.5 },
    ]) {
      await expect(store.blobs.open(sha256, range)).rejects.toThrow(BlobRangeInvalid);
    }
    await expect(store.blobs.open(empty.sha256, { start: 0 })).rejects.toMatchObject({ size_bytes: 0 });
  });

  test('readAll notices damaged bytes, and refuses more than it may hold', async () => {
    const { sha256 } = await store.blobs.put(chunks('intact'), { bytesMax: 6 });
    await expect(store.blobs.readAll(sha256, 5)).rejects.toThrow(BlobTooLarge);
    await store.damage(sha256, 'broken');
    await expect(store.blobs.readAll(sha256, 6)).rejects.toThrow(BlobDigestMismatch);
    await store.blobs.put(chunks('intact'), { bytesMax: 6 });
    expect(String(await store.blobs.readAll(sha256, 6))).toBe('intact');
  });
}

function describeUpkeep(): void {
  test('list gives every blob once, in ascending order', async () => {
    const contents = Array.from({ length: 40 }, (_, index) => `content ${index}`);
    await Promise.all(contents.map((content) => store.blobs.put(chunks(content), { bytesMax: 100 })));
    expect(await namesIn(store.blobs)).toEqual(contents.map(digestOf).sort());
  });

  test('check passes on a store that works and leaves nothing', async () => {
    await store.blobs.check();
    expect(await store.unfinished()).toBe(0);
  });

  test('remove takes what nobody has put for that long', async () => {
    const { sha256 } = await store.blobs.put(chunks('old'), { bytesMax: 3 });
    expect([await store.blobs.remove(sha256, 60_000), await store.blobs.has(sha256)]).toEqual([false, true]);
    await store.passTime(61_000);
    await store.blobs.put(chunks('old'), { bytesMax: 3 });
    expect([await store.blobs.remove(sha256, 60_000), await store.blobs.has(sha256)]).toEqual([false, true]);
    await store.passTime(61_000);
    expect([await store.blobs.remove(sha256, 60_000), await store.blobs.has(sha256)]).toEqual([true, false]);
    expect(await store.blobs.remove(sha256, 60_000)).toBe(true);
    expect(await store.unfinished()).toBe(0);
  });
}

export function chunks(...texts: string[]): Readable {
  return Readable.from(texts.map((part) => Buffer.from(part)));
}

export async function* endless(sizeBytes = Infinity): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < sizeBytes; sent += 50_000) yield Buffer.alloc(50_000);
}

async function* silent(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a beginning');
  await new Promise(() => {});
}

export async function namesIn(blobs: BlobStore): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256 } of blobs.list()) names.push(sha256);
  return names;
}

export function digestOf(content: string): string {
  return hash('sha256', content);
}
