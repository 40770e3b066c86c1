import { beforeAll, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const block = (user_id: number, comment = '') =>
  world.admin.expect('createBlockedUser', 201, { body: { user_id, comment } });

test('200: those of the own domain, by number, a page at a time', async () => {
  const blocked = [await block(30, 'Spam'), await block(9), await block(2 ** 40)];
  await (await openWorld()).admin.expect('createBlockedUser', 201, { body: { user_id: 10, comment: '' } });
  const page = (query: object) => world.admin.expect('listBlockedUsers', 200, { query });
  const { data } = await page({});
  expect(data).toEqual([blocked[1], blocked[0], blocked[2]]);
  const second = await page({ limit: 2, offset: 1 });
  expect(second.data).toEqual(data.slice(1));
  expect(second.pagination).toMatchObject({ total: 3, next_offset: null });
});

test('400: a page of none, or of too many', async () => {
  for (const query of [{ limit: 0 }, { limit: 101 }])
    expect(faultyFields(await world.admin.call('listBlockedUsers', { query }))).toEqual(['query.limit']);
});

const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'listBlockedUsers', {}, { scope: 'system:read', refusedRoles });
