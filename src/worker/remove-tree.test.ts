import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { removeTree } from './remove-tree.ts';

async function freshDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'spci-remove-'));
}

test('directories that took away every permission are removed', async () => {
  const top = await freshDirectory();
  await mkdir(join(top, 'a', 'b'), { recursive: true });
  await writeFile(join(top, 'a', 'b', 'file'), '');
  for (const directory of [join(top, 'a', 'b'), join(top, 'a'), top]) await chmod(directory, 0);
  await removeTree(top);
  expect(existsSync(top)).toBe(false);
});

test('directories nested more deeply than a path can be long are removed', async () => {
  const top = await freshDirectory();
  const start = process.cwd();
  try {
    process.chdir(top);
    for (let depth = 0; depth < 30; depth += 1) {
      await mkdir('d'.repeat(250));
      process.chdir('d'.repeat(250));
    }
  } finally {
    process.chdir(start);
  }
  await removeTree(top);
  expect(existsSync(top)).toBe(false);
});

test('what is not there needs no removal', async () => {
  await removeTree(join(tmpdir(), 'spci-never-made'));
});
