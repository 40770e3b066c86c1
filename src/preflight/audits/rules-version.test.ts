import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulesVersionOf } from './rules-version.ts';

const directory = await mkdtemp(join(tmpdir(), 'spci-rules-'));
afterAll(async () => rm(directory, { recursive: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text);
const packages = (version: string, axe: string): Promise<void> =>
  write('package.json', JSON.stringify({ version, dependencies: { 'axe-core': axe }, scripts: { axe } }));
const version = (): string => rulesVersionOf(directory, join(directory, 'package.json'));

beforeEach(async () => {
  await write('headings.ts', 'const max = 70;');
  await packages('1.0.0', '4.14.1');
});

test.each([
  ['a rule', () => write('headings.ts', 'const max = 71;')],
  ['a package', () => packages('1.0.0', '4.14.2')],
  ['the version', () => packages('1.0.1', '4.14.1')],
  ['one audit more', () => write('more.ts', '')],
])('the version of the rules is another with a change of %s', async (_, change) => {
  const before = version();
  await change();
  expect(version()).not.toBe(before);
});

test('the version of the rules is the same with a change of a test', async () => {
  const before = version();
  await write('headings.test.ts', '');
  expect(version()).toBe(before);
});
