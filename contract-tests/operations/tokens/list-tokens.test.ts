import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyPage } from '../../harness/paging.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, ordinaryScopes, type World } from '../../harness/world.ts';

let world: World;
let member: Awaited<ReturnType<World['member']>>;

beforeAll(async () => {
  world = await openWorld();
  member = await world.member('contributor');
});

describe('200', () => {
  test('lists the caller’s own tokens newest first, without their secrets', async () => {
    const reader = await world.adminWith(['results:read']);
    const answer = await world.admin.call('listTokens');
    if (answer.status !== 200) throw new Error(answer.text);
    const { user_id } = await world.admin.expect('getCurrentUser', 200);
    const ids = answer.body.data.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => other - one));
    expect(answer.body.data[0]).toMatchObject({
      user_id,
      token_prefix: reader.token?.slice(0, 16),
      scopes: ['results:read'],
      is_revoked: false,
      revoked_at: null,
      last_used_at: null,
    });
    expect(answer.body.data.every((item) => item.user_id === user_id)).toBe(true);
    for (const { token = '' } of [reader, world.admin]) expect(answer.text).not.toContain(token.slice(16));
  });

  test('keeps revoked ones, with the moment of their end', async () => {
    const gone = await world.adminWith(['runs:read']);
    await gone.expect('revokeCurrentToken', 204);
    const { data } = await world.admin.expect('listTokens', 200);
    const item = data.find(({ token_prefix }) => token_prefix === gone.token?.slice(0, 16));
    expect(item).toMatchObject({ is_revoked: true, revoked_at: expect.any(String) });
  });

  test('a member needs no scope for the own list and sees nobody else in it', async () => {
    const { data, pagination } = await member.expect('listTokens', 200);
    expect({ owners: data.map(({ user_id }) => user_id), total: pagination.total }).toEqual({
      owners: [member.userId],
      total: 1,
    });
  });

  test('all=true lists every account of the domain and of no other', async () => {
    const stranger = await openWorld();
    const { data } = await world.admin.expect('listTokens', 200, { query: { all: true, limit: 100 } });
    const { user_id } = await world.admin.expect('getCurrentUser', 200);
    expect(new Set(data.map((item) => item.user_id))).toEqual(new Set([user_id, member.userId]));
    const theirs = await stranger.admin.expect('listTokens', 200, { query: { all: true } });
    expect(theirs.pagination.total).toBe(1);
    const own = await world.admin.expect('listTokens', 200, { query: { all: false } });
    expect(own.data.every((item) => item.user_id === user_id)).toBe(true);
  });

  test.each([1, 2, 100])('pages of %d together are the whole list', async (limit) => {
    const whole = await world.admin.expect('listTokens', 200, { query: { all: true, limit: 100 } });
    const rows = await everyPage(
      (page) => world.admin.expect('listTokens', 200, { query: { ...page, all: true } }),
      limit,
    );
    expect(rows.map(({ id }) => id)).toEqual(whole.data.map(({ id }) => id));
    expect(rows.length).toBeGreaterThan(2);
  });
});

describe('400', () => {
  test.each([
    ['limit', 'limit=0'],
    ['limit', 'limit=1e1'],
    ['offset', 'offset=-1'],
    ['all', 'all=yes'],
    ['all', 'all=1'],
  ])('%s: %s', async (name, query) => {
    const headers = { Authorization: `Bearer ${world.admin.token}` };
    const response = await fetch(`${world.url}/api/v1/auth/tokens?${query}`, { headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ details: { fields: { [`query.${name}`]: [expect.any(String)] } } });
  });

  test('refuses a parameter that the description does not know', async () => {
    const query = { everybody: true } as { limit?: number };
    expect(faultyFields(await world.admin.call('listTokens', { query }))).toEqual(['query.everybody']);
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('listTokens')));

  test('all=true needs tokens:manage', () =>
    expectScopeNeeded(world.adminWith, 'tokens:manage', (client) =>
      client.call('listTokens', { query: { all: true } }),
    ));

  test('all=true needs role admin', async () => {
    const tester = await world.member('tester', ordinaryScopes);
    const answer = await tester.call('listTokens', { query: { all: true } });
    expect(failureOf(answer, 403).details).toMatchObject({ required_roles: ['admin'], user_role: 'tester' });
  });
});
