import { beforeAll, describe, expect, test } from '@jest/globals';
import { linkTo, mailsTo } from '../../harness/outbox.ts';
import { expectCredentialNeeded, expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, signIn, password, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

describe('202', () => {
  test('an administrator and the owner, by any token, let the owner choose a password', async () => {
    for (const who of ['administrator', 'owner']) {
      const member = await world.member('user');
      const client = who === 'owner' ? await signIn(world.url, member.email, password, ['runs:read']) : world.admin;
      const path = { user_id: member.userId };
      expect(await client.expect('createUserPasswordReset', 202, { path })).toEqual({ ...path, sent: true });
      const body = { ...(await linkTo(member.email)), password: 'nine herons over a wide river' };
      expect(await world.anonymous.expect('completePasswordReset', 200, { body })).toMatchObject(path);
    }
  });
});

describe('404', () => {
  test('another account answers like a missing one to who is no administrator, or one of another domain', async () => {
    const victim = await world.member('user');
    for (const client of [await world.member('contributor'), (await openWorld()).admin, world.operator]) {
      const ask = (user_id: number) => client.call('createUserPasswordReset', { path: { user_id } });
      expectSameNotFound(await ask(victim.userId), await ask(2_147_483_647));
    }
    const other = await world.member('user');
    await other.expect('createUserPasswordReset', 202, { path: { user_id: other.userId } });
    await linkTo(other.email);
    expect(await mailsTo(victim.email)).toEqual([]);
  });
});

test('409: an inactive account is sent nothing', async () => {
  const { userId } = await world.member('user');
  await world.admin.expect('deactivateUser', 200, { path: { user_id: userId } });
  const answer = await world.admin.call('createUserPasswordReset', { path: { user_id: userId } });
  expect(failureOf(answer, 409).code).toBe('conflict');
});

test('403: a read-only account asks for nothing', async () => {
  const member = await world.member('user');
  const path = { user_id: member.userId };
  await world.admin.expect('updateUser', 200, { path, body: { read_only: true } });
  await member.expect('createUserPasswordReset', 403, { path });
});

describe('400 and 401', () => {
  test.each([0, 1.5])('user id %d', async (user_id) => {
    expect(faultyFields(await world.admin.call('createUserPasswordReset', { path: { user_id } }))).toEqual([
      'path.user_id',
    ]);
  });

  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('createUserPasswordReset', { path: { user_id: 1 } })));
});
