import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../harness/client.ts';
import { expectCredentialNeeded, expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let member: Client;

beforeAll(async () => {
  world = await openWorld();
  member = await world.member('contributor');
});

async function idOf(client: Client): Promise<number> {
  const { data } = await client.expect('listTokens', 200, { query: { limit: 100 } });
  return data.find(({ token_prefix }) => token_prefix === client.token?.slice(0, 16))?.id ?? 0;
}

describe('204', () => {
  test('ends an own token at once; no scope is needed for it', async () => {
    const reader = await world.adminWith(['runs:read']);
    const other = await world.adminWith(['results:read']);
    await reader.expect('getCurrentUser', 200);
    await other.expect('revokeToken', 204, { path: { token_id: await idOf(reader) } });
    const answer = await reader.call('getCurrentUser');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="spci", error="invalid_token"');
    await other.expect('getCurrentUser', 200);
  });

  test('an administrator ends a token of any account in the domain', async () => {
    const victim = await world.member('tester');
    await world.admin.expect('revokeToken', 204, { path: { token_id: await idOf(victim) } });
    await victim.expect('listTokens', 401);
  });

  test('a repeat is harmless and keeps the moment of the first', async () => {
    const token_id = await idOf(await world.adminWith(['runs:read']));
    const momentOf = async () =>
      (await world.admin.expect('listTokens', 200, { query: { limit: 100 } })).data.find(({ id }) => id === token_id)
        ?.revoked_at;
    await world.admin.expect('revokeToken', 204, { path: { token_id } });
    const first = await momentOf();
    await world.admin.expect('revokeToken', 204, { path: { token_id } });
    expect({ first, again: await momentOf() }).toEqual({ first: expect.any(String), again: first });
  });
});

describe('404', () => {
  test('H1: another account’s token answers like a missing one and stays alive', async () => {
    const foreign = await member.call('revokeToken', { path: { token_id: await idOf(world.admin) } });
    const missing = await member.call('revokeToken', { path: { token_id: 2_147_483_647 } });
    expectSameNotFound(foreign, missing);
    await world.admin.expect('getCurrentUser', 200);
  });

  test('so does a token of another domain, even to an administrator and to the operator', async () => {
    const stranger = (await openWorld()).admin;
    for (const client of [stranger, world.operator]) {
      const foreign = await client.call('revokeToken', { path: { token_id: await idOf(world.admin) } });
      expectSameNotFound(foreign, await client.call('revokeToken', { path: { token_id: 2_147_483_647 } }));
    }
    await world.admin.expect('getCurrentUser', 200);
  });
});

describe('400 and 401', () => {
  test.each([0, -1, 2_147_483_648, 1.5])('token id %d', async (token_id) => {
    expect(faultyFields(await world.admin.call('revokeToken', { path: { token_id } }))).toEqual(['path.token_id']);
  });

  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('revokeToken', { path: { token_id: 1 } })));
});
