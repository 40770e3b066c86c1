import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { everyOperation } from '../harness/declared-requests.ts';
import { sendRequest } from '../harness/send-request.ts';
import { openWorld, unique, type World } from '../harness/world.ts';

let world: World;
let credentials: Credentials;

beforeAll(async () => {
  world = await openWorld();
  credentials = await liveCredentials(world);
});

afterAll(() => credentials?.release());

describe('a request has the id that its client chose, where that is plain, else a new one', () => {
  const strange = ['two words', 'a,b', 'a/b', 'é', 'a'.repeat(129)];

  test.each(everyOperation.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const { path, query } = credentials.addressFor(operation);
    const idFor = async (sent: string): Promise<string | null> => {
      const headers = { 'X-Request-Id': sent };
      return (await sendRequest(world.url, operation, undefined, { path, query, headers })).headers.get('x-request-id');
    };
    for (const plain of [unique('request'), 'a'.repeat(128)]) expect(await idFor(plain)).toBe(plain);
    const given = await Promise.all(strange.map(idFor));
    expect(given).toEqual(strange.map(() => expect.stringMatching(/^[0-9a-f-]{36}$/)));
    expect(new Set(given).size).toBe(strange.length);
  });
});
