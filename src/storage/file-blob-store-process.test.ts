import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openFileBlobStore } from './file-blob-store.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-blobs-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

test('a process killed in the middle of a put leaves no blob, and what it left can be swept', async () => {
  const child = run(`
    async function* source() {
      for (let sent = 0; sent < 40; sent += 1) yield Buffer.alloc(50_000);
      console.log('midway');
      await once(process.stdin.resume(), 'end');
    }
    await blobs.put(source(), { bytesMax: Infinity });`);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const blobs = await openFileBlobStore(directory);
  expect(await blobs.list()[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
  expect(await blobs.sweepTemporary(0)).toBe(1);
});

test('200 MB are put and read within a few megabytes of memory', async () => {
  const child = run(`
    async function* source(sizeBytes) {
      for (let sent = 0; sent < sizeBytes; sent += 50_000) yield Buffer.alloc(50_000, sent / 50_000);
    }
    async function pass(sizeBytes) {
      const { signal } = new AbortController();
      const { sha256 } = await blobs.put(source(sizeBytes), { bytesMax: sizeBytes, signal });
      for await (const chunk of (await blobs.open(sha256)).stream) sizeBytes -= chunk.length;
      if (sizeBytes !== 0) throw new Error('not the size that was put');
    }
    await pass(20_000_000);
    const { maxRSS } = process.resourceUsage();
    await pass(200_000_000);
    console.log(process.resourceUsage().maxRSS - maxRSS);`);
  const grownKilobytes = Number(await text(child.stdout));
  // Measured: 0 to 8 MB.
  expect(grownKilobytes).toBeLessThan(50_000);
});

/** A process that has the store in `blobs`, and whose standard input ends with this process. */
function run(program: string): ReturnType<typeof spawnProgram> {
  return spawnProgram(`
    import { once } from 'node:events';
    import { openFileBlobStore } from '${join(import.meta.dirname, 'file-blob-store.ts')}';
    const blobs = await openFileBlobStore('${directory}');
    ${program}`);
}

function spawnProgram(program: string) {
  return spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['pipe', 'pipe', 'inherit'] });
}
