import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { expectCredentialNeeded } from '../../harness/refusals.ts';
import { everyScope, openWorld, ordinaryScopes, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

describe('200', () => {
  test('shows the account, its domain and what this token allows, not what the account could', async () => {
    const reader = await world.adminWith(['results:read', 'runs:read']);
    const body = await reader.expect('getCurrentUser', 200);
    expect(body).toMatchObject({ email: world.adminEmail, name: 'Ada', role: 'admin', operator: false });
    expect(body.scopes.toSorted()).toEqual(['results:read', 'runs:read']);
    expect(`${body.domain}@example.org`).toBe(world.adminEmail);
    expect((await world.admin.expect('getCurrentUser', 200)).scopes.toSorted()).toEqual(everyScope.toSorted());
  });

  test('tells an operator from an administrator', async () => {
    expect(await world.operator.expect('getCurrentUser', 200)).toMatchObject({ operator: true, domain: 'default' });
  });

  test.each(['contributor', 'tester', 'user'] as const)('role %s needs no scope for it', async (role) => {
    const member = await world.member(role, ordinaryScopes.slice(0, 1));
    expect(await member.expect('getCurrentUser', 200)).toMatchObject({
      user_id: member.userId,
      email: member.email,
      role,
      scopes: ['runs:read'],
    });
  });

  test('the header of the product carries the token as well as Authorization', async () => {
    const headers = { 'X-SPCI-Access-Token': world.admin.token ?? '' };
    const body = await world.anonymous.expect('getCurrentUser', 200, { headers });
    expect(body.email).toBe(world.adminEmail);
  });
});

describe('401', () => {
  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('getCurrentUser')));

  test('an invalid bearer is final: a valid header beside it changes nothing', async () => {
    const headers = { 'X-SPCI-Access-Token': world.admin.token ?? '' };
    await createClient(world.url, 'garbage').expect('getCurrentUser', 401, { headers });
  });
});
