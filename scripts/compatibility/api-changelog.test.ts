import { describe, expect, test } from '@jest/globals';
import type { OpenApiDocument } from '../generate/openapi-document.ts';
import { apiChangelog, changelogText, entriesFrom } from './api-changelog.ts';
import type { Change } from './change.ts';
import type { Release } from './releases.ts';

const change = (parts: Partial<Change>): Change => ({
  rule: 'any',
  level: 'additive',
  kind: 'added',
  location: '#/',
  operation: null,
  description: 'Something.',
  remedy: '',
  ...parts,
});

describe('what users are told', () => {
  test('breaking changes first, then by operation', () => {
    const entries = entriesFrom([
      change({ operation: 'GET /b' }),
      change({ operation: 'GET /a' }),
      change({ operation: 'GET /z', level: 'breaking', kind: 'removed' }),
    ]);
    expect(entries.map(({ operation }) => operation)).toEqual(['GET /z', 'GET /a', 'GET /b']);
  });

  test('words that changed in many places are one line, and no line when none did', () => {
    const edited = [change({ level: 'documentation' }), change({ level: 'documentation', operation: 'GET /a' })];
    expect(entriesFrom(edited)).toEqual([expect.objectContaining({ level: 'documentation', operation: null })]);
    expect(entriesFrom([])).toEqual([]);
  });

  test('fields that one thing got, and things that got one header, are told together', () => {
    const field = (name: string) => change({ addition: { noun: 'field', name, owner: 'Run' } });
    const vary = (owner: string) => change({ addition: { noun: 'answer header', name: 'Vary', owner } });
    expect(
      entriesFrom([field('b'), field('a'), vary('Forbidden'), vary('Conflict')]).map(({ description }) => description),
    ).toEqual(['New answer header `Vary` of `Conflict`, `Forbidden`.', 'New fields of `Run`: `a`, `b`.']);
  });

  test('a header that everything got is one line, whoever got it', () => {
    const header = (operation: string | null, owner: string) =>
      change({ operation, addition: { noun: 'answer header', name: 'Link', owner } });
    const got = [header('GET /b', '200'), header('GET /b', '201'), header('GET /a', '200'), header(null, 'Conflict')];
    expect(entriesFrom([...got, header(null, 'Forbidden')])).toEqual([
      expect.objectContaining({
        operation: null,
        description: 'New answer header `Link` of `Conflict`, `Forbidden`, `GET /a` and 1 more.',
      }),
    ]);
  });

  test('nothing of what is refused for its form', () => {
    expect(entriesFrom([change({ rule: 'sunset-missing', fault: true })])).toEqual([]);
  });
});

describe('the versions', () => {
  const described = (version: string, ...paths: string[]) =>
    ({
      openapi: '3.1.0',
      info: { title: 'T', version },
      paths: Object.fromEntries(
        paths.map((path) => [
          path,
          {
            get: { operationId: path.slice(1), summary: `Show ${path}`, responses: { 200: { description: 'Done.' } } },
          },
        ]),
      ),
      components: { schemas: {} },
    }) as object as OpenApiDocument;
  const release = (version: string, ...paths: string[]): Release => ({
    version,
    released_on: '2026-11-22',
    sha256: '',
    supported_until: null,
    description: described(version, ...paths),
  });

  test('each tells what it changed in the one before, the newest first', async () => {
    const versions = await apiChangelog(
      [release('0.1.0', '/a'), release('0.2.0', '/a', '/b')],
      described('0.3.0', '/a', '/b', '/c'),
    );
    expect(versions.map(({ version, released_on: on }) => [version, on])).toEqual([
      ['0.3.0', null],
      ['0.2.0', '2026-11-22'],
      ['0.1.0', '2026-11-22'],
    ]);
    expect(versions.map(({ changes }) => changes.map(({ operation }) => operation))).toEqual([
      ['GET /c'],
      ['GET /b'],
      [null],
    ]);
    expect(changelogText(versions)).toContain(
      '## 0.3.0 (not released yet)\n\n### Added\n\n- `GET /c`: New operation: Show /c.\n\n## 0.2.0 (2026-11-22)\n',
    );
  });

  test('what is deprecated from then on is told as that', async () => {
    const later = described('0.2.0', '/a', '/b');
    const announcement = { 'x-deprecated-at': '2026-12-01', 'x-sunset': '2027-12-31', 'x-replacement': 'b' };
    Object.assign(later.paths['/a']?.['get'] ?? {}, { deprecated: true, ...announcement });
    const [newest] = await apiChangelog([release('0.1.0', '/a', '/b')], later);
    expect(newest?.changes).toContainEqual(expect.objectContaining({ kind: 'deprecated', operation: 'GET /a' }));
  });

  test('the working version is not told twice once it is released', async () => {
    const versions = await apiChangelog([release('0.1.0', '/a')], described('0.1.0', '/a'));
    expect(versions.map(({ version }) => version)).toEqual(['0.1.0']);
  });
});
