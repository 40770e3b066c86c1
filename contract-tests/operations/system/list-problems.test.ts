import { describe, expect, test } from '@jest/globals';
import { errorCatalogue } from '../../../generated/operations.ts';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const url = sharedServerUrl();
const anonymous = createClient(url);

describe('200', () => {
  test('lists every code of the description in its order, to anyone', async () => {
    const { data } = await anonymous.expect('listProblems', 200);
    expect(data.map(({ code, status }) => [code, status])).toEqual(
      Object.entries(errorCatalogue).map(([code, { status }]) => [code, status]),
    );
  });

  test('each entry is what its address shows', async () => {
    const { data } = await anonymous.expect('listProblems', 200, { query: { limit: 3 } });
    for (const entry of data) expect(await (await fetch(entry.type)).json()).toEqual(entry);
  });

  test.each([1, 10, 100])('pages of %d are the whole list, each code once', async (limit) => {
    const rows = await everyPage((query) => anonymous.expect('listProblems', 200, { query }), limit);
    expect(rows.map(({ code }) => code)).toEqual(Object.keys(errorCatalogue));
  });
});

describe('400 and 406', () => {
  test.each([
    ['limit', '0'],
    ['offset', '-1'],
    ['status', '404'],
  ])('names %s when it is %j', async (name, value) => {
    expect(faultyFields(await callLoosely(anonymous, 'listProblems', { query: { [name]: value } }))).toEqual([
      `query.${name}`,
    ]);
  });

  test('gives JSON only', async () => {
    const headers = { Accept: 'text/html' };
    expect(await anonymous.expect('listProblems', 406, { headers })).toMatchObject({ code: 'not_acceptable' });
  });
});
