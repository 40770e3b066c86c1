import { createHash, hash, randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import {
  assertBlobName,
  BlobDigestMismatch,
  BlobRangeInvalid,
  type BlobRange,
  type BlobStat,
  type BlobStore,
  BlobTooLarge,
  type OpenedBlob,
  type PutOptions,
  type StoredBlob,
} from './blob-store.ts';
import { measuredBytes } from './measured-bytes.ts';

/** `DIRECTORY/ab/cd/abcd…`, and `DIRECTORY/temporary` for what is not complete: on one file system, for rename. */
export async function openFileBlobStore(directory: string): Promise<BlobStore> {
  const root = resolve(directory);
  const created = await mkdir(temporaryDirectory(root), { recursive: true, mode: 0o700 });
  if (created) await syncUpTo(dirname(created), root);
  return {
    put: (source, options) => putBlob(root, source, options),
    open: (sha256, range) => openBlob(root, sha256, range),
    stat: (sha256) => statBlob(root, sha256),
    has: async (sha256) => (await statBlob(root, sha256)) !== undefined,
    readAll: (sha256, bytesMax) => readBlob(root, sha256, bytesMax),
    check: () => checkWritable(root),
    sweepTemporary: (olderThanMs) => sweepTemporary(root, olderThanMs),
    remove: (sha256, olderThanMs) => removeBlob(root, sha256, olderThanMs),
    list: () => listBlobs(root),
  };
}

function temporaryDirectory(root: string): string {
  return join(root, 'temporary');
}

/** From the root to the file, each of which has to be on disk before the blob is. */
function directoriesOf(root: string, sha256: string): [string, string, string] {
  const outer = join(root, sha256.slice(0, 2));
  return [root, outer, join(outer, sha256.slice(2, 4))];
}

function pathOf(root: string, sha256: string): string {
  assertBlobName(sha256);
  return join(directoriesOf(root, sha256)[2], sha256);
}

async function putBlob(
  root: string,
  source: Readable | AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredBlob> {
  const { expectedSha256 } = options;
  if (expectedSha256 !== undefined) assertBlobName(expectedSha256);
  const temporary = join(temporaryDirectory(root), randomUUID());
  try {
    const blob = await writeMeasured(temporary, source, options);
    await publish(root, temporary, blob.sha256);
    return blob;
  } catch (error) {
    // What cannot be removed now is swept later; the first error is the one to know.
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

async function writeMeasured(
  path: string,
  source: Readable | AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredBlob> {
  const measure = { hash: createHash('sha256'), sizeBytes: 0 };
  const bytes = measuredBytes(source, measure, options);
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
  await using file = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  await file.writeFile(bytes);
  const sha256 = measure.hash.digest('hex');
  const { expectedSha256 = sha256 } = options;
  if (sha256 !== expectedSha256) throw new BlobDigestMismatch(expectedSha256, sha256);
  await file.sync();
  return { sha256, size_bytes: measure.sizeBytes };
}

/** The same content put twice replaces itself, so neither put has to ask what the other did. */
async function publish(root: string, temporary: string, sha256: string): Promise<void> {
  const directories = directoriesOf(root, sha256);
  await mkdir(directories[2], { recursive: true, mode: 0o700 });
  await rename(temporary, pathOf(root, sha256));
  // Innermost first. Every level each time: whoever made a directory may have died before its entry reached the disk.
  for (const directory of directories.reverse()) await syncDirectory(directory);
}

async function syncDirectory(path: string): Promise<void> {
  await using directory = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  await directory.sync();
}

/** New directories are on disk before the store keeps anything in them. */
async function syncUpTo(ancestor: string, path: string): Promise<void> {
  await syncDirectory(path);
  if (path !== ancestor) await syncUpTo(ancestor, dirname(path));
}

/** What stands under a blob's name and is no file, such as a link that someone put there, is no blob. */
async function openBlobFile(root: string, sha256: string): Promise<{ file: FileHandle; size: number } | undefined> {
  const file = await open(pathOf(root, sha256), constants.O_RDONLY | constants.O_NOFOLLOW).catch(
    undefinedWhen('ENOENT', 'ELOOP'),
  );
  if (file === undefined) return undefined;
  const stat = await file.stat();
  if (stat.isFile()) return { file, size: stat.size };
  await file.close();
  return undefined;
}

async function openBlob(root: string, sha256: string, range: BlobRange = {}): Promise<OpenedBlob | undefined> {
  const opened = await openBlobFile(root, sha256);
  if (opened === undefined) return undefined;
  const { file, size } = opened;
  const { start = 0, end = Infinity } = range;
  const last = Math.min(end, size - 1);
  const whole = range.start === undefined && range.end === undefined;
  if (!whole && !(Number.isInteger(start) && Number.isInteger(last) && 0 <= start && start <= last)) {
    await file.close();
    throw new BlobRangeInvalid(size);
  }
  // Closes the file at its end and when it is destroyed.
  const stream = file.createReadStream(whole ? {} : { start, end: last });
  return { size_bytes: size, stream };
}

async function readBlob(root: string, sha256: string, bytesMax: number): Promise<Buffer | undefined> {
  const opened = await openBlobFile(root, sha256);
  if (opened === undefined) return undefined;
  await using file = opened.file;
  if (opened.size > bytesMax) throw new BlobTooLarge(bytesMax);
  const bytes = await file.readFile();
  const actual = hash('sha256', bytes);
  if (actual !== sha256) throw new BlobDigestMismatch(sha256, actual);
  return bytes;
}

async function statBlob(root: string, sha256: string): Promise<BlobStat | undefined> {
  const stat = await lstat(pathOf(root, sha256)).catch(undefinedWhen('ENOENT'));
  return stat?.isFile() ? { sha256, size_bytes: stat.size, stored_at: stat.mtime } : undefined;
}

async function checkWritable(root: string): Promise<void> {
  const path = join(temporaryDirectory(root), randomUUID());
  const written = randomBytes(4096);
  try {
    await writeFile(path, written, { flag: 'wx', mode: 0o600 });
    if (!written.equals(await readFile(path))) throw new Error('the blob store does not read what it wrote');
  } finally {
    await rm(path, { force: true });
  }
}

async function sweepTemporary(root: string, olderThanMs: number): Promise<number> {
  const directory = temporaryDirectory(root);
  const newest = Date.now() - olderThanMs;
  let count = 0;
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const stat = await lstat(path).catch(undefinedWhen('ENOENT'));
    if (stat === undefined || stat.mtimeMs > newest) continue;
    await rm(path, { force: true });
    count += 1;
  }
  return count;
}

/** Looked at once it is out of the way: whoever puts the same content meanwhile makes a file of its own. */
async function removeBlob(root: string, sha256: string, olderThanMs: number): Promise<boolean> {
  const isOld = ({ mtimeMs }: { readonly mtimeMs: number }): boolean => mtimeMs <= Date.now() - olderThanMs;
  const path = pathOf(root, sha256);
  const stat = await lstat(path).catch(undefinedWhen('ENOENT'));
  if (stat === undefined) return true;
  if (!isOld(stat)) return false;
  const aside = join(temporaryDirectory(root), randomUUID());
  const moved = await rename(path, aside).then(() => lstat(aside), undefinedWhen('ENOENT'));
  if (moved === undefined) return true;
  if (!isOld(moved)) {
    await publish(root, aside, sha256);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

async function* listBlobs(root: string): AsyncGenerator<BlobStat> {
  for (const outer of await sortedNames(root, /^[0-9a-f]{2}$/)) {
    for (const inner of await sortedNames(join(root, outer), /^[0-9a-f]{2}$/)) {
      for (const sha256 of await sortedNames(join(root, outer, inner), /^[0-9a-f]{64}$/)) {
        const blob = sha256.startsWith(outer + inner) ? await statBlob(root, sha256) : undefined;
        if (blob) yield blob;
      }
    }
  }
}

async function sortedNames(directory: string, pattern: RegExp): Promise<string[]> {
  const names = (await readdir(directory).catch(undefinedWhen('ENOENT', 'ENOTDIR'))) ?? [];
  return names.filter((name) => pattern.test(name)).sort();
}

function undefinedWhen(...codes: string[]): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
    return undefined;
  };
}
