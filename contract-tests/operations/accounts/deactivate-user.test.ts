import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectCredentialNeeded, expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { openWorld, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const shown = (user_id: number) => world.admin.expect('getUser', 200, { path: { user_id } });

describe('200', () => {
  test('an administrator ends an account with all of its live tokens', async () => {
    const member = await world.member('contributor');
    const second = await signIn(world.url, member.email, password, ['runs:read']);
    const ended = await signIn(world.url, member.email, password, ['runs:read']);
    await ended.expect('revokeCurrentToken', 204);
    const answer = await world.admin.expect('deactivateUser', 200, { path: { user_id: member.userId } });
    expect(answer).toEqual({ user_id: member.userId, deactivated: true, tokens_revoked: 2 });
    for (const client of [member, second]) await client.expect('getCurrentUser', 401);
    const login = { email: member.email, password, token_name: unique('token') };
    expect(await world.anonymous.expect('createToken', 401, { body: login })).toMatchObject({
      code: 'invalid_credentials',
    });
    expect(await shown(member.userId)).toMatchObject({ active: false, email: member.email, role: 'contributor' });
  });

  test('an owner ends the own account; no scope is needed for it', async () => {
    const { email, userId } = await world.member('user');
    const reader = await signIn(world.url, email, password, ['runs:read']);
    expect(await reader.expect('deactivateUser', 200, { path: { user_id: userId } })).toMatchObject({
      tokens_revoked: 2,
    });
    await reader.expect('getCurrentUser', 401);
  });

  test('a repeat changes nothing', async () => {
    const { userId } = await world.member('tester');
    await world.admin.expect('deactivateUser', 200, { path: { user_id: userId } });
    const again = await world.admin.expect('deactivateUser', 200, { path: { user_id: userId } });
    expect(again).toEqual({ user_id: userId, deactivated: true, tokens_revoked: 0 });
  });
});

describe('409', () => {
  test('the last active administrator of the domain stays', async () => {
    const own = await openWorld();
    const { user_id } = await own.admin.expect('getCurrentUser', 200);
    const path = { user_id };
    const other = await own.member('admin');
    await own.admin.expect('deactivateUser', 200, { path: { user_id: other.userId } });
    expect(await own.admin.expect('deactivateUser', 409, { path })).toMatchObject({ code: 'conflict' });
    await own.admin.expect('getCurrentUser', 200);
    await own.admin.expect('updateUser', 200, { path: { user_id: other.userId }, body: { active: true } });
    await own.admin.expect('deactivateUser', 200, { path });
  });

  test('of two administrators who leave at once one stays', async () => {
    const own = await openWorld();
    const { email } = await own.member('admin');
    const clients = [own.admin, await signIn(own.url, email, password, ['runs:read'])];
    const leave = clients.map(async (client) => {
      const { user_id } = await client.expect('getCurrentUser', 200);
      return () => client.call('deactivateUser', { path: { user_id } });
    });
    const answers = await Promise.all((await Promise.all(leave)).map((go) => go()));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('the last operator stays', async () => {
    const { user_id } = await world.operator.expect('getCurrentUser', 200);
    const body = { name: unique('admin'), email: `${unique('admin')}@example.org`, password, role: 'admin' as const };
    const second = await world.operator.expect('createUser', 201, { body });
    await world.operator.expect('deactivateUser', 409, { path: { user_id } });
    await world.operator.expect('deactivateUser', 200, { path: { user_id: second.user_id } });
    await world.operator.expect('getCurrentUser', 200);
  });
});

describe('404', () => {
  test('another account answers like a missing one to who is no administrator, and stays', async () => {
    const member = await world.member('contributor');
    const victim = await world.member('user');
    const end = (user_id: number) => member.call('deactivateUser', { path: { user_id } });
    expectSameNotFound(await end(victim.userId), await end(2_147_483_647));
    await victim.expect('getCurrentUser', 200);
  });

  test('so does an account of another domain, to an administrator and to the operator', async () => {
    const victim = await world.member('user');
    for (const client of [(await openWorld()).admin, world.operator]) {
      const end = (user_id: number) => client.call('deactivateUser', { path: { user_id } });
      expectSameNotFound(await end(victim.userId), await end(2_147_483_647));
    }
    await victim.expect('getCurrentUser', 200);
  });
});

describe('400 and 401', () => {
  test.each([0, 1.5])('user id %d', async (user_id) => {
    expect(faultyFields(await world.admin.call('deactivateUser', { path: { user_id } }))).toEqual(['path.user_id']);
  });

  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('deactivateUser', { path: { user_id: 1 } })));
});
