import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyPage } from '../../harness/paging.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, ordinaryScopes, type World } from '../../harness/world.ts';

let world: World;
let memberIds: number[];

beforeAll(async () => {
  world = await openWorld();
  memberIds = [];
  for (const role of ['contributor', 'tester', 'user'] as const) memberIds.push((await world.member(role)).userId);
});

describe('200', () => {
  test('lists the accounts of the domain by id, without a word about passwords', async () => {
    const { data } = await world.admin.expect('listUsers', 200);
    expect(data.map(({ role }) => role)).toEqual(['admin', 'contributor', 'tester', 'user']);
    expect(data.slice(1).map(({ user_id }) => user_id)).toEqual(memberIds);
    expect(data[0]).toMatchObject({ email: world.adminEmail, operator: false, read_only: false, github_login: null });
  });

  test.each([1, 3, 4, 100])('pages of %d together are the whole list', async (limit) => {
    const whole = await world.admin.expect('listUsers', 200);
    const rows = await everyPage((query) => world.admin.expect('listUsers', 200, { query }), limit);
    expect(rows).toEqual(whole.data);
  });

  test('a page beyond the end is empty and still tells the total', async () => {
    const { data, pagination } = await world.admin.expect('listUsers', 200, { query: { offset: 50 } });
    expect({ data, pagination }).toEqual({
      data: [],
      pagination: { limit: 50, offset: 50, total: 4, next_offset: null, truncated: false },
    });
  });

  test('no account of another domain is listed, not even to the operator', async () => {
    const stranger = await openWorld();
    const { data } = await stranger.admin.expect('listUsers', 200);
    expect(data.map(({ email }) => email)).toEqual([stranger.adminEmail]);
    const shown = await everyPage((query) => world.operator.expect('listUsers', 200, { query }), 100);
    expect(shown.some(({ user_id }) => memberIds.includes(user_id))).toBe(false);
  });
});

describe('400', () => {
  test.each([
    ['limit', { limit: 0 }],
    ['limit', { limit: 101 }],
    ['offset', { offset: -1 }],
    ['offset', { offset: 2_147_483_648 }],
  ])('%s outside its bounds: %o', async (name, query) => {
    expect(faultyFields(await world.admin.call('listUsers', { query }))).toEqual([`query.${name}`]);
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('listUsers')));

  test('needs tokens:manage', () =>
    expectScopeNeeded(world.adminWith, 'tokens:manage', (client) => client.call('listUsers')));

  test('a member of the domain cannot list its accounts', async () => {
    const member = await world.member('contributor', ordinaryScopes);
    const { details } = failureOf(await member.call('listUsers'), 403);
    expect(details).toMatchObject({ missing_scopes: ['tokens:manage'] });
  });
});
