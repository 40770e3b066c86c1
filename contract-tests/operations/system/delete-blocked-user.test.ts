import { beforeAll, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const user_id = 5_000_000_000;
const block = () => world.admin.expect('createBlockedUser', 201, { body: { user_id, comment: 'Spam' } });

test('200: the account is let in again, and can be blocked again', async () => {
  await block();
  expect(await world.admin.expect('deleteBlockedUser', 200, { path: { user_id } })).toEqual({ user_id, deleted: true });
  expect((await world.admin.expect('listBlockedUsers', 200)).data).toEqual([]);
  await world.admin.expect('deleteBlockedUser', 404, { path: { user_id } });
  await block();
});

test('404: another domain’s block is like one that does not exist, and stays', async () => {
  const stranger = (await openWorld()).admin;
  const remove = (id: number) => stranger.call('deleteBlockedUser', { path: { user_id: id } });
  expectSameNotFound(await remove(user_id), await remove(Number.MAX_SAFE_INTEGER));
  expect((await world.admin.expect('listBlockedUsers', 200)).pagination.total).toBe(1);
});

test.each([0, 1.5])('400: user id %d', async (id) => {
  expect(faultyFields(await world.admin.call('deleteBlockedUser', { path: { user_id: id } }))).toEqual([
    'path.user_id',
  ]);
});

describeGuard(() => world, 'deleteBlockedUser', { path: { user_id: 1 } }, { scope: 'system:write' });
