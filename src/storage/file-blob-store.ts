import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  assertBlobName,
  BlobDigestMismatch,
  BlobTooLarge,
  type BlobStore,
  type PutOptions,
  type StoredBlob,
} from './blob-store.ts';

const temporaryFolder = 'incoming';
/** An upload that is older was cut off by a crash: no request lasts that long. */
const abandonedAfterMs = 86_400_000;

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

async function undefinedWhenMissing<Value>(work: Promise<Value>): Promise<Value | undefined> {
  return work.catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Copies the source into the file, hashing on the way; holds one chunk. */
async function receive(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  { bytesMax, expectedSha256, signal }: PutOptions,
): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let size_bytes = 0;
  for await (const chunk of source) {
    signal?.throwIfAborted();
    size_bytes += chunk.length;
    if (size_bytes > bytesMax) throw new BlobTooLarge(bytesMax);
    hash.update(chunk);
    await handle.appendFile(chunk);
  }
  signal?.throwIfAborted();
  const sha256 = hash.digest('hex');
  if (expectedSha256 !== undefined && expectedSha256 !== sha256) throw new BlobDigestMismatch(expectedSha256, sha256);
  return { sha256, size_bytes };
}

/**
 * Blobs as files in two levels of folders. Bytes are written aside, synced, and renamed into place: a blob is there whole
 * or not at all, and two uploads of the same bytes end as one.
 */
export async function openFileBlobStore(directory: string): Promise<BlobStore> {
  const incoming = join(directory, temporaryFolder);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await sweepAbandoned(incoming);
  const pathOf = (sha256: string): string => {
    assertBlobName(sha256);
    return join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const stat = async (sha256: string): Promise<StoredBlob | undefined> => {
    const found = await undefinedWhenMissing(lstat(pathOf(sha256)));
    return found?.isFile() ? { sha256, size_bytes: found.size } : undefined;
  };
  const openForReading = (sha256: string): Promise<FileHandle | undefined> =>
    undefinedWhenMissing(open(pathOf(sha256), constants.O_RDONLY | constants.O_NOFOLLOW));
  const moveIntoPlace = async (temporary: string, sha256: string): Promise<void> => {
    const path = pathOf(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(temporary, path);
    for (const folder of [dirname(path), dirname(dirname(path)), directory]) await syncDirectory(folder);
  };
  const put = async (source: AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredBlob> => {
    const temporary = join(incoming, randomUUID());
    const handle = await open(temporary, 'wx', 0o600);
    try {
      const stored = await receive(handle, source, options)
        .then(async (received) => {
          await handle.sync();
          return received;
        })
        .finally(() => handle.close());
      await moveIntoPlace(temporary, stored.sha256);
      return stored;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };
  return {
    put,
    stat,
    has: async (sha256) => (await stat(sha256)) !== undefined,
    open: async (sha256, range = {}) => {
      const handle = await openForReading(sha256);
      if (handle === undefined) return undefined;
      const { size } = await handle.stat();
      return { size_bytes: size, stream: handle.createReadStream(range) };
    },
    readAll: async (sha256, bytesMax) => {
      const handle = await openForReading(sha256);
      if (handle === undefined) return undefined;
      try {
        return (await handle.stat()).size > bytesMax ? undefined : await handle.readFile();
      } finally {
        await handle.close();
      }
    },
    check: async () => {
      const probe = join(incoming, `check-${randomUUID()}`);
      const handle = await open(probe, 'wx', 0o600);
      await handle.writeFile('ok').finally(() => handle.close());
      await rm(probe);
    },
  };
}

async function sweepAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await undefinedWhenMissing(lstat(path));
    if (found !== undefined && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }
}
