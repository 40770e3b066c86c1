import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyPage } from '../../harness/paging.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import { everyScope, openWorld, signIn, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  await openWorld();
  world = await openWorld();
});

describe('200', () => {
  test('lists every domain by id: first default, which exists from the start, last the newest', async () => {
    const domains = await everyPage((query) => world.operator.expect('listDomains', 200, { query }), 100);
    const ids = domains.map(({ domain_id }) => domain_id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    expect(domains[0]?.slug).toBe('default');
    expect(`${domains.at(-1)?.slug}@example.org`).toBe(world.adminEmail);
  });

  test('pages of two together are the whole list', async () => {
    const whole = await everyPage((query) => world.operator.expect('listDomains', 200, { query }), 100);
    const rows = await everyPage((query) => world.operator.expect('listDomains', 200, { query }), 2);
    expect(rows).toEqual(whole);
  });
});

describe('400', () => {
  test.each([
    ['limit', { limit: 101 }],
    ['offset', { offset: -1 }],
  ])('%s outside its bounds: %o', async (name, query) => {
    expect(faultyFields(await world.operator.call('listDomains', { query }))).toEqual([`query.${name}`]);
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('listDomains')));

  test('needs system:read, even of an operator', async () => {
    const operatorWith = (scopes: typeof everyScope) => signIn(world.url, operatorEmail, operatorPassword, scopes);
    await expectScopeNeeded(operatorWith, 'system:read', (client) => client.call('listDomains'));
  });

  test('who rules one domain does not learn of the others', async () => {
    expect(failureOf(await world.admin.call('listDomains'), 403).code).toBe('forbidden');
    const member = await world.member('contributor');
    const { details } = failureOf(await member.call('listDomains'), 403);
    expect(details).toMatchObject({ required_roles: ['admin'], user_role: 'contributor' });
  });
});
