import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { descriptionVersion, operations } from '../../../generated/operations.ts';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const anonymous = createClient(sharedServerUrl());

describe('200', () => {
  test('begins with the version that is served and ends with the first release', async () => {
    const { versions } = await anonymous.expect('getChangelog', 200);
    expect(versions[0]?.version).toBe(descriptionVersion);
    expect(versions.at(-1)).toEqual({
      version: '0.1.0',
      released_on: '2026-11-22',
      changes: [{ kind: 'added', level: 'additive', operation: null, description: 'The first release.' }],
    });
  });

  test('tells every operation that came since the first release', async () => {
    const release = new URL('../../../generated/releases/0.1.0.json', import.meta.url);
    const { paths } = JSON.parse(readFileSync(release, 'utf8')) as { paths: Record<string, Record<string, object>> };
    const { versions } = await anonymous.expect('getChangelog', 200);
    const told = versions.flatMap(({ changes }) =>
      changes.filter(({ description }) => description.startsWith('New operation: ')).map(({ operation }) => operation),
    );
    const added = Object.values(operations)
      .filter(({ path, method }) => paths[path]?.[method.toLowerCase()] === undefined)
      .map(({ path, method }) => `${method} ${path}`);
    expect(told.toSorted()).toEqual(added.toSorted());
    expect(told).toContain('GET /api/v1/changelog');
  });

  test('needs no credential and looks at none', async () => {
    const answer = await createClient(sharedServerUrl(), 'garbage').call('getChangelog');
    expect(answer.status).toBe(200);
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives JSON only', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getChangelog', { query: { version: '1' } }))).toEqual([
      'query.version',
    ]);
    const { details } = await anonymous.expect('getChangelog', 406, { headers: { Accept: 'text/markdown' } });
    expect(details).toMatchObject({ available: ['application/json'] });
  });
});
