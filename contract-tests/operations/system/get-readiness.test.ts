import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from '../../harness/client.ts';
import { takeBlobsAway } from '../../harness/missing-blobs.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { failureOf } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const ready = { status: 'ok', checks: { database: 'ok', migrations: 'ok', blobs: 'ok' } };

describe('200', () => {
  test('tells that each part is there, to anyone and whatever credential comes along', async () => {
    expect(await createClient(sharedServerUrl()).expect('getReadiness', 200)).toEqual(ready);
    expect(await createClient(sharedServerUrl(), 'garbage').expect('getReadiness', 200)).toEqual(ready);
  });
});

describe('503', () => {
  let server: ServerProcess;
  let anonymous: Client;

  beforeAll(async () => {
    server = await startOwnServer({});
    anonymous = createClient(server.url);
  });
  afterAll(() => server.stop());

  test('names the part that is missing, while the process is alive, and is ready again once it is back', async () => {
    const bringBack = await takeBlobsAway(server);
    const answer = await anonymous.call('getReadiness');
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 503,
      body: { status: 'unavailable', checks: { ...ready.checks, blobs: 'down' } },
    });
    expect(answer.text).not.toContain(server.directory);
    await anonymous.expect('getLiveness', 200);
    await bringBack();
    expect(await anonymous.expect('getReadiness', 200)).toEqual(ready);
  });
});

describe('400, 405 and 406', () => {
  const url = `${sharedServerUrl()}/readyz`;

  test('takes no parameter, no other method and gives JSON only', async () => {
    expect((await fetch(`${url}?verbose=true`)).status).toBe(400);
    const posted = await fetch(url, { method: 'POST' });
    expect({ status: posted.status, allow: posted.headers.get('allow') }).toEqual({
      status: 405,
      allow: 'GET, HEAD, OPTIONS',
    });
    const headers = { Accept: 'text/html' };
    const answer = await createClient(sharedServerUrl()).call('getReadiness', { headers });
    expect(failureOf(answer, 406)).toMatchObject({
      code: 'not_acceptable',
      details: { available: ['application/json'] },
    });
  });
});
