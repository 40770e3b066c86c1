import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './file-digest.ts';
import { createTurns } from './turns.ts';

/** Writes the sample's bytes to a file that does not exist yet. */
export type FetchSample = (destination: string) => Promise<void>;

/** A sample that is not evicted until it is released. */
export type HeldSample = { path: string; release: () => void };

export type SampleCache = { obtain: (sha256: string, fetch: FetchSample) => Promise<HeldSample> };

/** What was fetched is not what was asked for. */
export class SampleDigestError extends Error {
  override readonly name = 'SampleDigestError';
}

type Entry = {
  sizeBytes: number;
  holders: number;
  /** How the file looked when its digest was last seen to be right. */
  intact: string | undefined;
};

/**
 * Samples in one directory, named by their SHA-256 and readable by every user of the machine. Those that nobody holds
 * are evicted, least recently used first, while all together take more than `bytesMax`. Downloads under way and held
 * samples can exceed it. The directory belongs to one process.
 */
export async function openSampleCache(directory: string, bytesMax: number): Promise<SampleCache> {
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o755);
  const entries = await entriesIn(directory);
  const inTurn = createTurns();

  async function obtain(sha256: string, fetch: FetchSample): Promise<HeldSample> {
    if (!isDigest(sha256)) throw new SampleDigestError(`not a SHA-256: ${JSON.stringify(sha256)}`);
    const entry = takeAsLatest(entries, sha256);
    entry.holders += 1;
    try {
      // Whoever asks while a download runs waits for its end and then finds the file.
      await inTurn(sha256, () => makeIntact(directory, sha256, entry, fetch));
      await inTurn('eviction', evict);
    } catch (error) {
      entry.holders -= 1;
      throw error;
    }
    return { path: join(directory, sha256), release: releaseOnce(entry) };
  }

  async function evict(): Promise<void> {
    let totalBytes = [...entries.values()].reduce((sum, entry) => sum + entry.sizeBytes, 0);
    for (const [sha256, entry] of [...entries]) {
      if (totalBytes <= bytesMax) return;
      totalBytes -= await inTurn(sha256, () => evictOne(sha256, entry));
    }
  }

  /** The bytes it freed. */
  async function evictOne(sha256: string, entry: Entry): Promise<number> {
    if (entry.holders > 0) return 0;
    entries.delete(sha256);
    await rm(join(directory, sha256), { force: true });
    return entry.sizeBytes;
  }

  return { obtain };
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** What an earlier process left, least recently used first; halves of downloads are removed. */
async function entriesIn(directory: string): Promise<Map<string, Entry>> {
  const found: { sha256: string; stats: Stats }[] = [];
  for (const name of await readdir(directory)) {
    if (name.endsWith('.part')) await rm(join(directory, name), { force: true });
    if (isDigest(name)) found.push({ sha256: name, stats: await stat(join(directory, name)) });
  }
  found.sort((one, other) => one.stats.mtimeMs - other.stats.mtimeMs);
  return new Map(found.map(({ sha256, stats }) => [sha256, { sizeBytes: stats.size, holders: 0, intact: undefined }]));
}

/** A Map keeps the order of insertion, so its first entry is the least recently used. */
function takeAsLatest(entries: Map<string, Entry>, sha256: string): Entry {
  const entry = entries.get(sha256) ?? { sizeBytes: 0, holders: 0, intact: undefined };
  entries.delete(sha256);
  entries.set(sha256, entry);
  return entry;
}

function releaseOnce(entry: Entry): () => void {
  let released = false;
  return () => {
    if (!released) entry.holders -= 1;
    released = true;
  };
}

async function makeIntact(directory: string, sha256: string, entry: Entry, fetch: FetchSample): Promise<void> {
  const path = join(directory, sha256);
  if (!(await isIntact(path, sha256, entry))) await download(directory, sha256, fetch);
  const now = new Date();
  await utimes(path, now, now);
  const stats = await stat(path);
  entry.sizeBytes = stats.size;
  entry.intact = looksOf(stats);
}

/** Reads the whole file once per process, and again after anything touched it. */
async function isIntact(path: string, sha256: string, entry: Entry): Promise<boolean> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    if (looksOf(await file.stat()) === entry.intact) return true;
    return (await digestOf(file)).sha256 === sha256;
  } catch {
    return false;
  }
}

/** Nobody but root can set the time of a file's last change back. */
function looksOf({ ino, size, ctimeMs }: Stats): string {
  return `${ino} ${size} ${ctimeMs}`;
}

async function download(directory: string, sha256: string, fetch: FetchSample): Promise<void> {
  const part = join(directory, `${randomUUID()}.part`);
  try {
    await fetch(part);
    await sealSample(part, sha256);
    await rename(part, join(directory, sha256));
    await using folder = await open(directory);
    await folder.sync();
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function sealSample(part: string, sha256: string): Promise<void> {
  await using file = await open(part, 'r+');
  const digest = await digestOf(file);
  if (digest.sha256 !== sha256) throw new SampleDigestError(`asked for ${sha256}, got ${digest.sha256}`);
  await file.chmod(0o444);
  await file.sync();
}
