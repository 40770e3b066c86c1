import { mkdir, mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { removeTree } from './remove-tree.ts';
import { exceeds } from './work-size.ts';

const root = await mkdtemp(join(tmpdir(), 'spci-size-'));
const CAPS = { workBytes: 1024 ** 2, workEntries: 10 };

afterAll(() => removeTree(root));

async function freshDirectory(): Promise<string> {
  return mkdtemp(join(root, 'work-'));
}

test('bytes count wherever they lie', async () => {
  const directory = await freshDirectory();
  await mkdir(join(directory, 'inner'));
  await writeFile(join(directory, 'inner', 'file'), Buffer.alloc(600_000, 'x'));
  expect(await exceeds([directory], CAPS)).toBe(false);
  await writeFile(join(directory, 'file'), Buffer.alloc(600_000, 'x'));
  expect(await exceeds([directory], CAPS)).toBe(true);
});

test('entries count, of every kind', async () => {
  const directory = await freshDirectory();
  await mkdir(join(directory, 'a/b/c/d/e/f/g/h/i'), { recursive: true });
  expect(await exceeds([directory], CAPS)).toBe(false);
  await mkdir(join(directory, 'b'));
  expect(await exceeds([directory], CAPS)).toBe(true);
});

test('a sparse file counts with the room it takes', async () => {
  const directory = await freshDirectory();
  await writeFile(join(directory, 'sparse'), '');
  await truncate(join(directory, 'sparse'), 2 ** 40);
  expect(await exceeds([directory], CAPS)).toBe(false);
});

test('what is not there takes no room', async () => {
  expect(await exceeds([join(root, 'missing')], CAPS)).toBe(false);
});

test('directories nested more deeply than a path can be long are too much', async () => {
  const directory = await freshDirectory();
  const start = process.cwd();
  try {
    process.chdir(directory);
    for (let depth = 0; depth < 20; depth += 1) {
      await mkdir('d'.repeat(250));
      process.chdir('d'.repeat(250));
    }
  } finally {
    process.chdir(start);
  }
  expect(await exceeds([directory], { ...CAPS, workEntries: 1_000 })).toBe(true);
});
