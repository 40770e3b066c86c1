import { describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const anonymous = createClient(sharedServerUrl());

describe('200', () => {
  test('the process answers, to anyone and whatever credential comes along', async () => {
    expect(await anonymous.expect('getLiveness', 200)).toEqual({ status: 'ok' });
    expect(await createClient(sharedServerUrl(), 'garbage').expect('getLiveness', 200)).toEqual({ status: 'ok' });
  });

  test('HEAD tells the same without content', async () => {
    const response = await fetch(`${sharedServerUrl()}/livez`, { method: 'HEAD' });
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: '' });
    expect(response.headers.get('content-length')).toBe(String('{"status":"ok"}'.length));
  });

  test('is not limited: it carries no counters', async () => {
    const { headers } = await anonymous.call('getLiveness');
    expect(headers.get('x-ratelimit-limit')).toBeNull();
  });

  test('gives the request the id that the client chose, when it is plain', async () => {
    const ids = ['pipeline-17', 'not plain!'];
    const shown = [];
    for (const id of ids)
      shown.push(
        (await anonymous.call('getLiveness', { headers: { 'X-Request-Id': id } })).headers.get('x-request-id'),
      );
    expect(shown).toEqual(['pipeline-17', expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });
});

describe('400', () => {
  test('takes no parameter', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getLiveness', { query: { deep: 1 } }))).toEqual(['query.deep']);
  });
});
