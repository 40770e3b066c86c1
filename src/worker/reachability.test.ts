import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { assertReadableByAnyUser, assertSearchableByAnyUser } from './reachability.ts';

const root = await mkdtemp(join(tmpdir(), 'spci-reach-'));
const inner = join(root, 'inner');
const file = join(inner, 'file');
await mkdir(inner);
await writeFile(file, '');
await symlink(file, join(root, 'link'));

beforeEach(async () => {
  for (const directory of [root, inner]) await chmod(directory, 0o755);
  await chmod(file, 0o644);
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('a file open to every user, in directories open to every user, is reachable, by a link too', async () => {
  await assertReadableByAnyUser(file);
  await assertReadableByAnyUser(join(root, 'link'));
  await assertSearchableByAnyUser(inner);
});

test('a file closed to others is named', async () => {
  await chmod(file, 0o640);
  await expect(assertReadableByAnyUser(join(root, 'link'))).rejects.toThrow(`${file} is not readable for every user`);
});

test('a closed directory anywhere above is named', async () => {
  await chmod(root, 0o750);
  await expect(assertReadableByAnyUser(file)).rejects.toThrow(`${root} is not open to every user`);
  await expect(assertSearchableByAnyUser(inner)).rejects.toThrow(`${root} is not open to every user`);
});
