import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { changeDocument } from './fixtures/change-document.ts';
import { credentials } from './fixtures/credentials.ts';
import { failures } from './fixtures/failures.ts';
import type { Changes } from './fixtures/fixture.ts';
import { names } from './fixtures/names.ts';
import { operationFixtures } from './fixtures/operations.ts';
import { schemaFixtures } from './fixtures/schemas.ts';
import { rules } from './rules.ts';

const fixtures = [...credentials, ...failures, ...schemaFixtures, ...names, ...operationFixtures];
const base = parse(readFileSync(new URL('fixtures/base.yaml', import.meta.url), 'utf8'), { merge: true });
const directory = mkdtempSync(join(tmpdir(), 'spci-lint-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const variants = fixtures.flatMap(({ rule, breaks, keeps }) => [
  ...breaks.map((changes, index) => ({ rule, changes, name: `breaks ${index}`, isBroken: true })),
  ...keeps.map((changes, index) => ({ rule, changes, name: `keeps ${index}`, isBroken: false })),
]);
const fileOf = ({ rule, name }: { rule: string; name: string }): string =>
  `${rule.replace('/', '-')}-${name.replace(' ', '-')}.json`;

/** Rule ids by file, of one run of the real lint with the real configuration. */
function lint(documents: ReadonlyMap<string, string>): Map<string, string[]> {
  for (const [file, text] of documents) writeFileSync(join(directory, file), text);
  const files = [...documents.keys()].map((file) => join(directory, file));
  const words = ['lint', '--config', 'scripts/redocly.yaml', '--format', 'json', '--max-problems', '1000', ...files];
  const { stdout } = spawnSync('redocly', words, { encoding: 'utf8', maxBuffer: 2 ** 28, env: quiet });
  const found = new Map<string, string[]>();
  for (const { ruleId, location } of problemsIn(stdout)) {
    const file = location[0]?.source.ref.split('/').at(-1) ?? '';
    found.set(file, [...(found.get(file) ?? []), ruleId]);
  }
  return found;
}

const quiet = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

interface LintProblem {
  readonly ruleId: string;
  readonly location: readonly { readonly source: { readonly ref: string } }[];
}

/** The lint writes one JSON document per file, one behind the other. */
function problemsIn(stdout: string): LintProblem[] {
  return stdout
    .split(/(?<=^\})\s*(?=\{)/m)
    .filter((text) => text.trim() !== '')
    .flatMap((text) => JSON.parse(text).problems as LintProblem[]);
}

const text = (changes: Changes): string => JSON.stringify(changeDocument(base, changes));
const found = lint(
  new Map([['base.json', text({})], ...variants.map((each) => [fileOf(each), text(each.changes)] as const)]),
);

test('the base document keeps every rule', () => {
  expect(found.get('base.json') ?? []).toEqual([]);
});

test('every rule has documents that break it and documents that keep it', () => {
  const shown = fixtures.filter(({ breaks, keeps }) => breaks.length > 0 && keeps.length > 0).map(({ rule }) => rule);
  expect(rules.map(({ id }) => `spci/${id}`).filter((id) => !shown.includes(id))).toEqual([]);
  expect(new Set(shown).size).toBe(shown.length);
});

describe.each(fixtures.map(({ rule }) => rule))('%s', (rule) => {
  const own = variants.filter((variant) => variant.rule === rule);
  test.each(own.filter(({ isBroken }) => isBroken))('$name', (variant) => {
    expect(found.get(fileOf(variant)) ?? []).toContain(rule);
  });
  test.each(own.filter(({ isBroken }) => !isBroken))('$name', (variant) => {
    expect(found.get(fileOf(variant)) ?? []).toEqual([]);
  });
});

test('a key that stands twice is refused before any rule looks', () => {
  const file = join(directory, 'twice.yaml');
  writeFileSync(file, 'openapi: 3.1.0\ninfo: { title: A, title: B }\n');
  const refused = (): string =>
    execFileSync('redocly', ['lint', '--config', 'scripts/redocly.yaml', file], {
      stdio: 'pipe',
      env: quiet,
    }).toString();
  expect(refused).toThrow(/duplicated mapping key/);
});
