import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryInUse, lockDirectory } from './directory-lock.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-lock-'));
});

afterEach(() => rm(directory, { recursive: true }));

test('a directory that a live process has is refused, and free again after its release', async () => {
  const lock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow(DirectoryInUse);
  await lock.release();
  await (await lockDirectory(directory)).release();
});

test('the lock of a dead process is taken over', async () => {
  const { pid } = spawnSync('true');
  await writeFile(join(directory, 'lock'), `${pid} 1\n`);
  const lock = await lockDirectory(directory);
  expect(await readFile(join(directory, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  await lock.release();
});

test('a live process that only has the number of the dead owner does not hold it', async () => {
  await writeFile(join(directory, 'lock'), `${process.pid} 1\n`);
  await (await lockDirectory(directory)).release();
});

test('of many that come at once one gets it and nothing is left behind', async () => {
  const { pid } = spawnSync('true');
  await writeFile(join(directory, 'lock'), `${pid} 1\n`);
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
  const locks = tries.filter((attempt) => attempt.status === 'fulfilled');
  expect(locks).toHaveLength(1);
  await locks[0]?.value.release();
  expect(existsSync(join(directory, 'lock'))).toBe(false);
});
