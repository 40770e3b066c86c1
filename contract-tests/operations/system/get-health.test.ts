import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { takeBlobsAway } from '../../harness/missing-blobs.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { failureOf } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const fine = (name: string) => ({ name, status: 'ok', message: null });

describe('200', () => {
  test('names each dependency and the moment of the check, to anyone', async () => {
    for (const client of [createClient(sharedServerUrl()), createClient(sharedServerUrl(), 'garbage')]) {
      const body = await client.expect('getHealth', 200);
      expect(body).toMatchObject({ status: 'ok', dependencies: [fine('blobs'), fine('database')] });
      expect(body.checked_at).toMatch(/Z$/);
    }
  });
});

describe('503 and 429', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startOwnServer({ SPCI_LIMITS: 'health=4/900' });
  });
  afterAll(() => server.stop());

  test('is as bad as the worst dependency, and tells nothing of what the dependency said', async () => {
    const bringBack = await takeBlobsAway(server);
    const answer = await createClient(server.url).call('getHealth');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      status: 'down',
      dependencies: [{ name: 'blobs', status: 'down', message: 'no answer' }, fine('database')],
    });
    expect(answer.text).not.toContain(server.directory);
    await bringBack();
    expect(await createClient(server.url).expect('getHealth', 200)).toMatchObject({ status: 'ok' });
  });

  test('has a limit of its own, which uses up no other', async () => {
    const client = createClient(server.url);
    const calls = await Promise.all(Array.from({ length: 8 }, () => client.call('getHealth')));
    const refused = calls.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(failureOf(answer, 429)).toMatchObject({ code: 'rate_limited', details: { limit: 4, window: '900s' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
    }
    await client.expect('getReadiness', 200);
    await client.expect('getDescription', 200);
  });
});
