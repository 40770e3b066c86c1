import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSampleCache, SampleDigestError, type SampleCache } from './sample-cache.ts';

let parent: string;
let directory: string;
let fetched: string[];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'spci-cache-'));
  directory = join(parent, 'samples');
  fetched = [];
});

afterEach(() => rm(parent, { recursive: true, force: true }));

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function obtain(cache: SampleCache, text: string) {
  return cache.obtain(digestOf(text), async (destination) => {
    fetched.push(text);
    await writeFile(destination, text);
  });
}

async function obtainAndRelease(cache: SampleCache, text: string): Promise<string> {
  const held = await obtain(cache, text);
  held.release();
  return held.path;
}

test('a sample is fetched once and is readable for every user', async () => {
  const cache = await openSampleCache(directory, 1_000);
  const path = await obtainAndRelease(cache, 'a');
  expect(await obtainAndRelease(cache, 'a')).toBe(path);
  expect(await readFile(path, 'utf8')).toBe('a');
  expect([(await stat(path)).mode & 0o777, (await stat(directory)).mode & 0o777]).toEqual([0o444, 0o755]);
  expect(fetched).toEqual(['a']);
});

test('those who ask at once share one download', async () => {
  const cache = await openSampleCache(directory, 1_000);
  await Promise.all([1, 2, 3, 4].map(() => obtain(cache, 'a')));
  expect(fetched).toEqual(['a']);
});

test('a sample of an earlier process is taken over', async () => {
  await obtainAndRelease(await openSampleCache(directory, 1_000), 'a');
  await obtainAndRelease(await openSampleCache(directory, 1_000), 'a');
  expect(fetched).toEqual(['a']);
});

test('bytes with another digest are refused and leave nothing, and the next who asks tries again', async () => {
  const cache = await openSampleCache(directory, 1_000);
  const sha256 = digestOf('a');
  const wrong = cache.obtain(sha256, (destination) => writeFile(destination, 'b'));
  await expect(wrong).rejects.toThrow(SampleDigestError);
  expect(await readdir(directory)).toEqual([]);
  await obtainAndRelease(cache, 'a');
  expect(fetched).toEqual(['a']);
});

test('a fetch that fails leaves nothing, and one who waited for it fetches for itself', async () => {
  const cache = await openSampleCache(directory, 1_000);
  const reason = new Error('connection lost');
  const lost = cache.obtain(digestOf('a'), async (destination) => {
    await writeFile(destination, 'half');
    throw reason;
  });
  const waiting = obtainAndRelease(cache, 'a');
  await expect(lost).rejects.toBe(reason);
  expect(await readFile(await waiting, 'utf8')).toBe('a');
  expect(await readdir(directory)).toEqual([digestOf('a')]);
});

test.each([
  ['under this process', (path: string, cache: SampleCache) => rewrite(path, 'longer sample').then(() => cache)],
  ['before it', (path: string) => rewrite(path, 'spoilt').then(() => openSampleCache(directory, 1_000))],
])('a file corrupted %s is fetched again', async (_when, corrupt) => {
  const cache = await openSampleCache(directory, 1_000);
  const path = await obtainAndRelease(cache, 'sample');
  await obtainAndRelease(await corrupt(path, cache), 'sample');
  expect(await readFile(path, 'utf8')).toBe('sample');
  expect(fetched).toEqual(['sample', 'sample']);
});

async function rewrite(path: string, text: string): Promise<void> {
  const { atime, mtime } = await stat(path);
  await rm(path);
  await writeFile(path, text);
  await utimes(path, atime, mtime);
}

test('the least recently used samples are evicted while all take too much room', async () => {
  const cache = await openSampleCache(directory, 10);
  const [a, b] = [await obtainAndRelease(cache, 'aaaa'), await obtainAndRelease(cache, 'bbbb')];
  await obtainAndRelease(cache, 'aaaa');
  const c = await obtainAndRelease(cache, 'cccc');
  expect([a, b, c].map((path) => existsSync(path))).toEqual([true, false, true]);
});

test('samples of an earlier process are evicted in the order of their last use', async () => {
  const earlier = await openSampleCache(directory, 1_000);
  const [a, b] = [await obtainAndRelease(earlier, 'aaaa'), await obtainAndRelease(earlier, 'bbbb')];
  await utimes(a, 2_000, 2_000);
  await utimes(b, 1_000, 1_000);
  const c = await obtainAndRelease(await openSampleCache(directory, 10), 'cccc');
  expect([a, b, c].map((path) => existsSync(path))).toEqual([true, false, true]);
});

test('a sample somebody holds is not evicted before it is released', async () => {
  const cache = await openSampleCache(directory, 5);
  const held = await obtain(cache, 'aaaa');
  await obtainAndRelease(cache, 'bbbb');
  expect(existsSync(held.path)).toBe(true);
  held.release();
  held.release();
  await obtainAndRelease(cache, 'cccc');
  expect(await readdir(directory)).toEqual([digestOf('cccc')]);
});

test('halves of downloads that an earlier process left are removed', async () => {
  await openSampleCache(directory, 1_000);
  await writeFile(join(directory, 'x.part'), 'half');
  await openSampleCache(directory, 1_000);
  expect(await readdir(directory)).toEqual([]);
});

test.each(['', '../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63)])('%p names no sample', async (sha256) => {
  const cache = await openSampleCache(directory, 1_000);
  await expect(cache.obtain(sha256, () => Promise.resolve())).rejects.toThrow(SampleDigestError);
});
