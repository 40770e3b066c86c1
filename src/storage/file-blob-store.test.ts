import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readlink, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  BlobDigestMismatch,
  BlobNameInvalid,
  BlobPutAborted,
  BlobRangeInvalid,
  type BlobStore,
  BlobTooLarge,
} from './blob-store.ts';
import { openFileBlobStore } from './file-blob-store.ts';

let directory: string;
let blobs: BlobStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-blobs-'));
  blobs = await openFileBlobStore(join(directory, 'a', 'store'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe('put', () => {
  test('keeps bytes under the digest of their content', async () => {
    const stored = await blobs.put(chunks('some ', 'bytes'), { bytesMax: 10, expectedSha256: digestOf('some bytes') });
    expect(stored).toEqual({ sha256: digestOf('some bytes'), size_bytes: 10 });
    expect(await blobs.readAll(stored.sha256, 10)).toEqual(Buffer.from('some bytes'));
    expect(await blobs.has(stored.sha256)).toBe(true);
  });

  test('keeps empty content', async () => {
    const { sha256 } = await blobs.put(Readable.from([]), { bytesMax: 0 });
    expect(sha256).toBe(digestOf(''));
    expect(await blobs.readAll(sha256, 0)).toEqual(Buffer.alloc(0));
  });

  test('of the same content, in parallel and again, gives one blob', async () => {
    const put = (): Promise<unknown> => blobs.put(chunks('twice', 'over'), { bytesMax: 100 });
    await Promise.all([put(), put(), put()]);
    await put();
    expect(await namesIn(blobs)).toEqual([digestOf('twiceover')]);
    expect(await temporaryNames()).toEqual([]);
  });

  test('shows a blob only when it is complete', async () => {
    let midway: unknown;
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('first, ');
      midway = [await namesIn(blobs), await blobs.has(digestOf('first, second'))];
      yield Buffer.from('second');
    }
    await blobs.put(source(), { bytesMax: 100 });
    expect(midway).toEqual([[], false]);
  });

  test('lets nobody but the owner read, whatever the umask', async () => {
    const umask = process.umask(0);
    const { sha256 } = await blobs.put(chunks('secret'), { bytesMax: 6 }).finally(() => process.umask(umask));
    const path = pathOf(sha256);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, 'a', 'store'))).mode & 0o777).toBe(0o700);
  });
});

describe('a refused put leaves nothing behind', () => {
  afterEach(async () => {
    expect(await temporaryNames()).toEqual([]);
    expect(await namesIn(blobs)).toEqual([]);
  });

  test('when the content is too large, which ends an endless source', async () => {
    const put = blobs.put(endless(), { bytesMax: 1_000_000 });
    await expect(put).rejects.toThrow(BlobTooLarge);
    await expect(put).rejects.toMatchObject({ bytesMax: 1_000_000 });
    await expect(blobs.put(chunks('1234'), { bytesMax: 3 })).rejects.toThrow(BlobTooLarge);
  });

  test('when the digest is not the expected one', async () => {
    const expectedSha256 = digestOf('others');
    const put = blobs.put(chunks('bytes'), { bytesMax: 10, expectedSha256 });
    await expect(put).rejects.toThrow(BlobDigestMismatch);
    await expect(put).rejects.toMatchObject({ expectedSha256, actualSha256: digestOf('bytes') });
  });

  test('when it is aborted, be the source silent or endless', async () => {
    for (const source of [silent(), endless(), new Readable({ read: () => {} })]) {
      const abort = new AbortController();
      const put = blobs.put(source, { bytesMax: Infinity, signal: abort.signal });
      setTimeout(() => abort.abort('gone'), 20);
      await expect(put).rejects.toThrow(BlobPutAborted);
      await expect(put).rejects.toMatchObject({ cause: 'gone' });
    }
  });

  test('when it was aborted before it began', async () => {
    const put = blobs.put(silent(), { bytesMax: 1, signal: AbortSignal.abort() });
    await expect(put).rejects.toThrow(BlobPutAborted);
  });

  test('when the source fails at once or midway, with the error of the source', async () => {
    for (const wait of [setImmediate, setTimeout]) {
      const source = new Readable({ read: () => {} });
      source.push('half');
      const put = blobs.put(source, { bytesMax: 100 });
      wait(() => source.destroy(new Error('connection lost')), 20);
      await expect(put).rejects.toThrow('connection lost');
    }
  });

  test('when the source gives text in place of bytes', async () => {
    await expect(blobs.put(Readable.from(['text']), { bytesMax: 1 })).rejects.toThrow(TypeError);
  });

  test('and leaves a refused stream open, so that its sender can be answered', async () => {
    const source = Readable.from(endless());
    await expect(blobs.put(source, { bytesMax: 5 })).rejects.toThrow(BlobTooLarge);
    await new Promise(setImmediate);
    expect(source.destroyed).toBe(false);
  });
});

describe('reading', () => {
  test('answers undefined for what was never put', async () => {
    const sha256 = digestOf('absent');
    expect(await blobs.open(sha256)).toBeUndefined();
    expect(await blobs.stat(sha256)).toBeUndefined();
    expect(await blobs.readAll(sha256, 1)).toBeUndefined();
    expect(await blobs.has(sha256)).toBe(false);
  });

  test('takes no name but 64 lower-case hexadecimal digits', async () => {
    const good = digestOf('x');
    for (const name of ['', '..', good.slice(1), `${good}0`, `${good}\n`, good.toUpperCase(), `../${good.slice(3)}`]) {
      await expect(blobs.open(name)).rejects.toThrow(BlobNameInvalid);
      await expect(blobs.stat(name)).rejects.toThrow(BlobNameInvalid);
      await expect(blobs.has(name)).rejects.toThrow(BlobNameInvalid);
      await expect(blobs.readAll(name, 1)).rejects.toThrow(BlobNameInvalid);
      const put = blobs.put(chunks('x'), { bytesMax: 1, expectedSha256: name });
      await expect(put).rejects.toThrow(BlobNameInvalid);
    }
  });

  test('gives the bytes from start to end, both included, and the size of the whole', async () => {
    const { sha256 } = await blobs.put(chunks('0123456789'), { bytesMax: 10 });
    const read = async (range?: { start?: number; end?: number }): Promise<string> => {
      const opened = await blobs.open(sha256, range);
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
    const { sha256 } = await blobs.put(chunks('0123456789'), { bytesMax: 10 });
    const empty = await blobs.put(chunks(), { bytesMax: 0 });
    for (const range of [
      { start: 10 },
      { start: 5, end: 4 },
      { start: -1 },
      { end: -1 },
      { start: 0.5 },
      { end: 1.5 },
    ]) {
      await expect(blobs.open(sha256, range)).rejects.toThrow(BlobRangeInvalid);
    }
    await expect(blobs.open(empty.sha256, { start: 0 })).rejects.toMatchObject({ size_bytes: 0 });
  });

  test('holds no file open when a stream was read, destroyed or refused', async () => {
    const { sha256 } = await blobs.put(endless(1_000_000), { bytesMax: 2_000_000 });
    const read = (await blobs.open(sha256))?.stream;
    const destroyed = (await blobs.open(sha256))?.stream;
    const closed = Promise.all([read, destroyed].map((stream) => stream && once(stream, 'close')));
    read?.resume();
    destroyed?.destroy();
    await closed;
    await expect(blobs.open(sha256, { start: 5e6 })).rejects.toThrow(BlobRangeInvalid);
    await expect(blobs.readAll(sha256, 10)).rejects.toThrow(BlobTooLarge);
    await blobs.readAll(sha256, 1_000_000);
    expect((await openFiles()).filter((path) => path.startsWith(directory))).toEqual([]);
  });

  test('never follows a link that stands under the name of a blob', async () => {
    const { sha256 } = await blobs.put(chunks('target'), { bytesMax: 10 });
    const path = pathOf(sha256);
    await rename(path, join(directory, 'elsewhere'));
    await symlink(join(directory, 'elsewhere'), path);
    expect(await blobs.open(sha256)).toBeUndefined();
    expect(await blobs.has(sha256)).toBe(false);
    expect(await namesIn(blobs)).toEqual([]);
  });

  test('takes no directory for a blob', async () => {
    const sha256 = digestOf('directory');
    await mkdir(pathOf(sha256), { recursive: true });
    expect(await blobs.open(sha256)).toBeUndefined();
    expect(await blobs.stat(sha256)).toBeUndefined();
  });

  test('readAll notices damaged bytes, and refuses more than it may hold', async () => {
    const { sha256 } = await blobs.put(chunks('intact'), { bytesMax: 6 });
    await expect(blobs.readAll(sha256, 5)).rejects.toThrow(BlobTooLarge);
    await writeFile(pathOf(sha256), 'broken');
    await expect(blobs.readAll(sha256, 6)).rejects.toThrow(BlobDigestMismatch);
    await blobs.put(chunks('intact'), { bytesMax: 6 });
    expect(String(await blobs.readAll(sha256, 6))).toBe('intact');
  });

  test('states the size and when the bytes were last put', async () => {
    const { sha256 } = await blobs.put(chunks('again'), { bytesMax: 5 });
    await utimes(pathOf(sha256), 0, 0);
    expect(await blobs.stat(sha256)).toEqual({ sha256, size_bytes: 5, stored_at: new Date(0) });
    await blobs.put(chunks('again'), { bytesMax: 5 });
    expect((await blobs.stat(sha256))?.stored_at.getTime()).toBeGreaterThan(0);
  });
});

describe('upkeep', () => {
  test('list gives every blob once, in ascending order, and nothing that is not a blob', async () => {
    const contents = Array.from({ length: 40 }, (_, index) => `content ${index}`);
    await Promise.all(contents.map((content) => blobs.put(chunks(content), { bytesMax: 100 })));
    await writeFile(join(directory, 'a', 'store', 'ab'), 'a file where a directory would be');
    await writeFile(join(dirname(pathOf(digestOf('content 0'))), digestOf('content 1')), 'in the wrong directory');
    expect(await namesIn(blobs)).toEqual(contents.map(digestOf).sort());
  });

  test('check passes on a store that works and leaves nothing', async () => {
    await blobs.check();
    expect(await temporaryNames()).toEqual([]);
  });

  test('check says why a store does not work', async () => {
    await rm(join(directory, 'a', 'store'), { recursive: true });
    await expect(blobs.check()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('sweeping removes what was left long ago and nothing that is in use', async () => {
    const left = join(directory, 'a', 'store', 'temporary', 'left');
    await writeFile(left, 'half');
    await utimes(left, new Date(), new Date(Date.now() - 61_000));
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('in ');
      expect(await blobs.sweepTemporary(60_000)).toBe(1);
      yield Buffer.from('use');
    }
    const { sha256 } = await blobs.put(source(), { bytesMax: 100 });
    await utimes(pathOf(sha256), 0, 0);
    expect(await blobs.sweepTemporary(0)).toBe(0);
    expect(await namesIn(blobs)).toEqual([sha256]);
  });
});

function chunks(...texts: string[]): Readable {
  return Readable.from(texts.map((part) => Buffer.from(part)));
}

async function* endless(sizeBytes = Infinity): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < sizeBytes; sent += 50_000) yield Buffer.alloc(50_000);
}

async function* silent(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a beginning');
  await new Promise(() => {});
}

async function namesIn(store: BlobStore): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256 } of store.list()) names.push(sha256);
  return names;
}

async function temporaryNames(): Promise<string[]> {
  return readdir(join(directory, 'a', 'store', 'temporary'));
}

/** The paths behind this process's file descriptors. */
async function openFiles(): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd');
  return Promise.all(descriptors.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
}

function pathOf(sha256: string): string {
  return join(directory, 'a', 'store', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

function digestOf(content: string): string {
  return hash('sha256', content);
}
