import { describe, expect, test } from '@jest/globals';
import { errorCatalogue } from '../../../generated/operations.ts';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const url = sharedServerUrl();
const anonymous = createClient(url);

describe('200', () => {
  test.each(Object.entries(errorCatalogue))('%s has an entry at its address, for anyone', async (code, entry) => {
    const path = { code };
    expect(await anonymous.expect('getProblem', 200, { path })).toEqual({
      type: `${url}/api/v1/problems/${code}`,
      code,
      ...entry,
    });
  });

  test('the type of a problem is the address of its entry', async () => {
    const headers = { Accept: 'application/problem+json' };
    const refused = await fetch(`${url}/api/v1/runs`, { headers });
    const problem = (await refused.json()) as { type: string; title: string };
    const entry = await (await fetch(problem.type)).json();
    expect(entry).toMatchObject({ type: problem.type, code: 'unauthorized', status: 401, title: problem.title });
  });

  test('looks at no credential', async () => {
    await createClient(url, 'garbage').expect('getProblem', 200, { path: { code: 'conflict' } });
  });
});

describe('404', () => {
  test.each(['no_such_code', 'constructor', '__proto__'])('%s is no code', async (code) => {
    expect(failureOf(await anonymous.call('getProblem', { path: { code } }), 404).code).toBe('not_found');
  });
});

describe('400 and 406', () => {
  test.each(['Not_Found', '404', 'a'.repeat(65)])('%s cannot be a code', async (code) => {
    const answer = await anonymous.call('getProblem', { path: { code } });
    expect(faultyFields(answer)).toEqual(['path.code']);
  });

  test('takes no parameter and gives JSON only', async () => {
    const input = { path: { code: 'conflict' } };
    expect(faultyFields(await callLoosely(anonymous, 'getProblem', { ...input, query: { lang: 'en' } }))).toEqual([
      'query.lang',
    ]);
    const headers = { Accept: 'text/html' };
    expect(await anonymous.expect('getProblem', 406, { ...input, headers })).toMatchObject({ code: 'not_acceptable' });
  });
});
