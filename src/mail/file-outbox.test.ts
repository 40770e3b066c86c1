import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOutbox } from './file-outbox.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-outbox-'));
});
afterAll(() => rm(directory, { recursive: true }));

const mail = { messageId: '<1/../2@localhost>', to: 'ada@example.org', subject: 'Set a password', text: 'A letter\n' };
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('a mail is a file for the own user alone; a repeat replaces it', async () => {
  const outbox = join(directory, 'state', 'outbox');
  const transport = fileOutbox(outbox, { name: 'SPCI', address: 'spci@localhost' });
  await transport.send(mail, new AbortController().signal);
  await transport.send({ ...mail, text: 'The letter again\n' }, new AbortController().signal);
  const files = await readdir(outbox);
  expect(files).toEqual(['_1_2_localhost_.eml']);
  const file = join(outbox, files[0] ?? '');
  expect([await modeOf(outbox), await modeOf(file)]).toEqual([0o700, 0o600]);
  const source = await readFile(file, 'utf8');
  expect(source).toMatch(/^To: ada@example\.org$/m);
  expect(source).toMatch(/^Subject: Set a password$/m);
  expect(source).toContain('The letter again\n');
});
