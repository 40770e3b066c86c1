import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readlink, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BlobRangeInvalid, type BlobStore, BlobTooLarge } from './blob-store.ts';
import { chunks, describeBlobStore, digestOf, endless, namesIn } from '../testing/blob-store-promises.ts';
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

describe('promises of every store', () => {
  describeBlobStore(async () => {
    const root = await mkdtemp(join(tmpdir(), 'spci-blobs-'));
    const path = (sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const store = await openFileBlobStore(root);
    return {
      blobs: store,
      unfinished: async () => (await readdir(join(root, 'temporary'))).length,
      damage: (sha256, content) => writeFile(path(sha256), content),
      passTime: async (ms) => {
        for await (const { sha256, stored_at } of store.list())
          await utimes(path(sha256), stored_at, new Date(stored_at.getTime() - ms));
      },
      close: () => rm(root, { recursive: true }),
    };
  });
});

describe('put', () => {
  test('lets nobody but the owner read, whatever the umask', async () => {
    const umask = process.umask(0);
    const { sha256 } = await blobs.put(chunks('secret'), { bytesMax: 6 }).finally(() => process.umask(umask));
    const path = pathOf(sha256);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, 'a', 'store'))).mode & 0o777).toBe(0o700);
  });
});

describe('reading', () => {
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

/** The paths behind this process's file descriptors. */
async function openFiles(): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd');
  return Promise.all(descriptors.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
}

function pathOf(sha256: string): string {
  return join(directory, 'a', 'store', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}
