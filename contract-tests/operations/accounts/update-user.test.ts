import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { everyScope, openWorld, ordinaryScopes, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

type Changes = { role?: 'admin' | 'contributor' | 'tester' | 'user'; read_only?: boolean; active?: boolean };

const change = (user_id: number, body: Changes, client: Client = world.admin) =>
  client.expect('updateUser', 200, { path: { user_id }, body });
const shown = (user_id: number) => world.admin.expect('getUser', 200, { path: { user_id } });
const idOf = async (client: Client) => (await client.expect('getCurrentUser', 200)).user_id;

/** Administrator of the world's domain, by a token with every scope. */
async function anotherAdministrator(): Promise<Client> {
  const { email } = await world.member('admin');
  return signIn(world.url, email, password, everyScope);
}

describe('200', () => {
  test('changes what is named and nothing else', async () => {
    const { userId } = await world.member('tester');
    const before = await shown(userId);
    expect(await change(userId, { role: 'contributor' })).toEqual({ ...before, role: 'contributor' });
    expect(await change(userId, { read_only: true })).toEqual({ ...before, role: 'contributor', read_only: true });
    expect(await change(userId, { role: 'tester', read_only: false })).toEqual(before);
    expect(await shown(userId)).toEqual(before);
  });

  test('a role holds at once, for tokens that are there', async () => {
    const member = await world.member('user');
    const body = { repository: `${unique('owner')}/tool` };
    await member.expect('createCategory', 403, { body: { name: unique('category') } });
    await change(member.userId, { role: 'contributor' });
    await member.expect('createCategory', 201, { body: { name: unique('category') } });
    await change(member.userId, { role: 'user' });
    await member.expect('createCategory', 403, { body: { name: unique('category') } });
    await member.expect('createRepository', 403, { body });
  });

  test('a token keeps no scope that the new role does not allow', async () => {
    const { email, userId } = await world.member('admin');
    const client = await signIn(world.url, email, password, everyScope);
    await change(userId, { role: 'contributor' });
    const { scopes } = await client.expect('getCurrentUser', 200);
    expect(scopes.toSorted()).toEqual(ordinaryScopes.toSorted());
  });

  test('a read-only account writes nothing until it is let again', async () => {
    const member = await world.member('contributor');
    await change(member.userId, { read_only: true });
    await member.expect('createCategory', 403, { body: { name: unique('category') } });
    await change(member.userId, { read_only: false });
    await member.expect('createCategory', 201, { body: { name: unique('category') } });
  });

  test('an inactive account is nobody; made active it logs in anew, and its old tokens stay dead', async () => {
    const member = await world.member('tester');
    expect(await change(member.userId, { active: false })).toMatchObject({ active: false });
    await member.expect('getCurrentUser', 401);
    await world.anonymous.expect('createToken', 401, {
      body: { email: member.email, password, token_name: unique('token') },
    });
    expect(await change(member.userId, { active: true })).toMatchObject({ active: true, role: 'tester' });
    await member.expect('getCurrentUser', 401);
    await signIn(world.url, member.email, password, ['runs:read']);
  });

  test('a repeat changes nothing', async () => {
    const member = await world.member('tester');
    const before = await shown(member.userId);
    expect(await change(member.userId, { active: true })).toEqual(before);
    await member.expect('getCurrentUser', 200);
  });
});

describe('403', () => {
  test('nobody changes the own account', async () => {
    const user_id = await idOf(world.admin);
    for (const body of [{ role: 'user' as const }, { active: false }, { read_only: true }])
      await world.admin.expect('updateUser', 403, { path: { user_id }, body });
    expect(await shown(user_id)).toMatchObject({ role: 'admin', active: true, read_only: false });
  });

  test('only an operator changes an operator’s account', async () => {
    const operatorId = await idOf(world.operator);
    const body = { name: unique('admin'), email: `${unique('admin')}@example.org`, password, role: 'admin' as const };
    const { user_id } = await world.operator.expect('createUser', 201, { body });
    const administrator = await signIn(world.url, body.email, password, everyScope);
    await administrator.expect('updateUser', 403, { path: { user_id: operatorId }, body: { role: 'user' } });
    await administrator.expect('deactivateUser', 403, { path: { user_id: operatorId } });
    await change(user_id, { active: false }, world.operator);
  });

  test('of two administrators who demote each other at once one remains', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await anotherAdministrator(), await anotherAdministrator()];
      const ids = [await idOf(one), await idOf(other)] as const;
      const demote = (client: Client, user_id: number) =>
        client.call('updateUser', { path: { user_id }, body: { role: 'user' } });
      const answers = await Promise.all([demote(one, ids[1]), demote(other, ids[0])]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
      const roles = await Promise.all(ids.map(async (id) => (await shown(id)).role));
      expect(roles.toSorted()).toEqual(['admin', 'user']);
    }
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.role', { role: 'operator' }],
    ['body.read_only', { read_only: 'yes' }],
    ['body.active', { active: null }],
    ['body.operator', { operator: true }],
    ['body', {}],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const { userId } = await world.member('tester');
    const before = await shown(userId);
    const input = { path: { user_id: userId }, raw: JSON.stringify(body) };
    expect(faultyFields(await callLoosely(world.admin, 'updateUser', input))).toEqual([field]);
    expect(await shown(userId)).toEqual(before);
  });
});

test('404: another domain’s account is like one that does not exist, and stays as it was', async () => {
  const { userId } = await world.member('user');
  const stranger = (await openWorld()).admin;
  const update = (user_id: number) => stranger.call('updateUser', { path: { user_id }, body: { role: 'admin' } });
  expectSameNotFound(await update(userId), await update(2_147_483_647));
  expect(await shown(userId)).toMatchObject({ role: 'user' });
});

const input = { path: { user_id: 1 }, raw: JSON.stringify({ role: 'user' }) };
describeJsonBody(() => world, 'updateUser', { path: { user_id: 1 } });
describeGuard(() => world, 'updateUser', input, { scope: 'tokens:manage' });
