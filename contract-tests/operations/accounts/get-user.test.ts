import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

describe('200', () => {
  test('shows the account as the list does, active or not', async () => {
    const { userId, email } = await world.member('tester');
    const path = { user_id: userId };
    const shown = await world.admin.expect('getUser', 200, { path });
    expect(shown).toMatchObject({ user_id: userId, email, role: 'tester', active: true, read_only: false });
    expect((await world.admin.expect('listUsers', 200)).data).toContainEqual(shown);
    await world.admin.expect('deactivateUser', 200, { path });
    expect(await world.admin.expect('getUser', 200, { path })).toEqual({ ...shown, active: false });
  });
});

test('404: another domain’s account is like one that does not exist', async () => {
  const { userId } = await world.member('user');
  const stranger = (await openWorld()).admin;
  const user = (user_id: number) => stranger.call('getUser', { path: { user_id } });
  expectSameNotFound(await user(userId), await user(2_147_483_647));
});

describeGuard(() => world, 'getUser', { path: { user_id: 1 } }, { scope: 'tokens:manage' });
