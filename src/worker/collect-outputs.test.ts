import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { collectOutputs } from './collect-outputs.ts';

const root = await mkdtemp(join(tmpdir(), 'spci-outputs-'));
const work = join(root, 'work');
await mkdir(work);
await writeFile(join(root, 'outside'), 'secret');

const LIMITS = { outputsMax: 3, outputBytesMax: 1_000 };

afterAll(() => rm(root, { recursive: true, force: true }));

async function collect(...filenames: string[]) {
  const declared = filenames.map((filename, index) => ({ output_id: index + 1, filename }));
  return collectOutputs(work, declared, LIMITS);
}

test('a produced file comes with its size and digest, an empty one too, and one not produced is absent', async () => {
  await writeFile(join(work, 'a.srt'), 'text');
  await writeFile(join(work, 'empty.srt'), '');
  expect(await collect('a.srt', 'missing.srt', 'empty.srt')).toEqual([
    { output_id: 1, filename: 'a.srt', path: join(work, 'a.srt'), size_bytes: 4, sha256: digestOf('text') },
    { output_id: 3, filename: 'empty.srt', path: join(work, 'empty.srt'), size_bytes: 0, sha256: digestOf('') },
  ]);
});

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test.each<[string, string, (path: string) => Promise<unknown>]>([
  ['symbolic_link', 'a symbolic link', (path) => symlink(join(root, 'outside'), path)],
  ['symbolic_link', 'a symbolic link to nothing', (path) => symlink('nothing', path)],
  ['not_a_regular_file', 'a FIFO', async (path) => execFileSync('mkfifo', [path])],
  ['not_a_regular_file', 'a directory', (path) => mkdir(path)],
  ['hard_link', 'a second name of another file', (path) => link(join(root, 'outside'), path)],
  ['too_large', 'a file over the cap', (path) => writeFile(path, 'x'.repeat(1_001))],
  ['too_large', 'a sparse file of a terabyte', (path) => writeFile(path, '').then(() => truncate(path, 2 ** 40))],
])('%s: %s is refused', async (refused, what, make) => {
  const filename = what.replaceAll(' ', '-');
  await make(join(work, filename));
  expect(await collect(filename)).toEqual([{ output_id: 1, filename, refused }]);
});

test('not_a_regular_file: a device is refused', async () => {
  const declared = [{ output_id: 1, filename: 'null' }];
  expect(await collectOutputs('/dev', declared, LIMITS)).toEqual([{ ...declared[0], refused: 'not_a_regular_file' }]);
});

test.each(['../outside', '/etc/passwd', '..', '.', '', 'work/../../outside', 'a\0b', 'x'.repeat(256)])(
  'not_a_plain_filename: %p is data and never a path',
  async (filename) => {
    expect(await collect(filename)).toEqual([{ output_id: 1, filename, refused: 'not_a_plain_filename' }]);
  },
);

test('too_many_outputs: outputs declared after the cap are refused', async () => {
  await writeFile(join(work, 'one'), '');
  const collected = await collect('one', 'one', 'one', 'one');
  expect(collected.map((output) => 'refused' in output && output.refused)).toEqual([
    false,
    false,
    false,
    'too_many_outputs',
  ]);
});
