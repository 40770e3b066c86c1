import { beforeAll, describe, expect, test } from '@jest/globals';
import { awaitUses, readByAddress, recordedUses, writeByBody } from '../../harness/deprecated-uses.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { cookieOf, openSession } from '../../harness/sessions.ts';
import { openWorld, ordinaryScopes, type World } from '../../harness/world.ts';

const [inBody, inQuery] = ['body.access_token', 'query.access_token'] as const;
let world: World;
let member: Awaited<ReturnType<World['member']>>;
let began: string;

beforeAll(async () => {
  world = await openWorld();
  member = await world.member('contributor', ordinaryScopes);
  began = new Date(Date.now() - 1000).toISOString();
  const statuses = [
    await readByAddress(member, 'video-ci/2.1 (nightly)'),
    await readByAddress(member, 'video-ci/2.1'),
    await readByAddress(member, member.token),
    // Refused, and used all the same.
    await readByAddress(member, 'curl/8.5.0', '&limit=0'),
    await writeByBody(member),
    await writeByBody(world.admin),
    // Nobody's: there is no token that could have used it.
    await readByAddress({ ...member, token: 'spci_nobody' }),
    // A session's, which is in no list of tokens.
    (await fetch(`${world.url}/api/v1/repositories?access_token=`, { headers: cookieOf(await openSession(world)) }))
      .status,
  ];
  expect(statuses).toEqual([200, 200, 200, 400, 403, 201, 401, 200]);
  await awaitUses(world, 6);
});

const page = (query: object, { admin }: Pick<World, 'admin'> = world) =>
  admin.expect('listDeprecations', 200, { query });

describe('200: who used what', () => {
  test('by item, token and client, how often, in which operations and when', async () => {
    const uses = await recordedUses(world);
    const ofMember = { user_id: member.userId, user_name: expect.stringMatching(/^contributor-/) };
    const once = (operation_id: string) => ({ use_count: 1, operations: [{ operation_id, use_count: 1 }] });
    expect(uses.map(({ item }) => item)).toEqual([inBody, inBody, inQuery, inQuery, inQuery]);
    expect(uses).toMatchObject([
      { user_name: 'Ada', client: 'curl/8.5.0', ...once('createTag') },
      { ...ofMember, client: 'curl/8.5.0', ...once('createTag') },
      { ...ofMember, client: 'curl/8.5.0', ...once('listRepositories') },
      { ...ofMember, client: 'other', ...once('listRepositories') },
      {
        ...{ ...ofMember, client: 'video-ci/2.1', use_count: 2 },
        operations: [{ operation_id: 'listRepositories', use_count: 2 }],
      },
    ]);
    for (const { first_used_at, last_used_at } of uses) {
      expect(first_used_at >= began).toBe(true);
      expect(last_used_at >= first_used_at).toBe(true);
    }
    const { data } = await world.admin.expect('listTokens', 200, { query: { all: true, limit: 100 } });
    for (const { token_id, token_prefix, token_name } of uses)
      expect(data.find(({ id }) => id === token_id)).toMatchObject({ token_prefix, token_name });
  });

  test('adds to a use that is listed', async () => {
    const another = await openWorld();
    for (const count of [1, 2]) {
      await readByAddress(another.admin);
      expect(await awaitUses(another, count)).toMatchObject([{ use_count: count }]);
    }
  });

  test('of one item and of one token', async () => {
    const uses = await recordedUses(world);
    const token_id = uses[1]?.token_id ?? 0;
    expect((await page({ item: inBody })).data).toEqual(uses.slice(0, 2));
    expect((await page({ token_id })).data).toEqual(uses.slice(1));
    const both = await page({ item: inBody, token_id });
    expect([both.data, both.pagination.total]).toEqual([[uses[1]], 1]);
    const { data, pagination } = await page({ limit: 2, offset: 1 });
    expect([data, pagination.total, pagination.next_offset]).toEqual([uses.slice(1, 3), 5, 3]);
  });
});

describe('200: what is deprecated', () => {
  test('is told whether the domain uses it or not, and none of it is safe before it was recorded for so long', async () => {
    const { items } = await page({ days: 400 });
    const days = { deprecated_on: '2026-11-29', sunset_on: expect.any(String), safe_to_remove: false };
    expect(items).toMatchObject([
      { item: inBody, place: 'body', ...days, last_used_at: expect.any(String) },
      { item: 'credential.legacy_token', place: 'credential', ...days, last_used_at: null },
      { item: inQuery, place: 'query', ...days, last_used_at: expect.any(String) },
      { item: 'query.x-auth-token', place: 'query', ...days, last_used_at: null },
    ]);
    const uses = (await recordedUses(world)).filter(({ item }) => item === inQuery);
    expect(items[2]?.last_used_at).toBe(
      uses
        .map((use) => use.last_used_at)
        .sort()
        .at(-1),
    );
    const unused = await page({}, await openWorld());
    expect(unused.data).toEqual([]);
    expect(unused.items).toEqual(items.map((item) => ({ ...item, last_used_at: null })));
  });

  test('is told of the item that is asked for alone, and of the whole domain', async () => {
    const { items } = await page({});
    expect((await page({ item: inQuery, token_id: 2_147_483_647 })).items).toEqual(items.slice(2, 3));
    expect(await page({ item: 'listRuns' })).toMatchObject({ data: [], items: [], pagination: { total: 0 } });
  });
});

test('400: what is no number of days, no item and no token', async () => {
  const bad = { days: [0, 401, 'x'], item: ['', 'a b', 'a..b', 'a'.repeat(129)], token_id: [0, 'x'] };
  for (const [name, values] of Object.entries(bad))
    for (const value of values) {
      const answer = await world.admin.call('listDeprecations', { query: { [name]: value } as object });
      expect([value, faultyFields(answer)]).toEqual([value, [`query.${name}`]]);
    }
});

const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'listDeprecations', {}, { scope: 'system:read', refusedRoles });
