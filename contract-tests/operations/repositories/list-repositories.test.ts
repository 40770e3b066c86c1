import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyPage } from '../../harness/paging.ts';
import { expectCredentialNeeded, expectScopeNeeded, faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;
const names = ['z', 'a', 'm'].map((letter) => `${letter}/${unique('tool')}`);

beforeAll(async () => {
  world = await openWorld();
  for (const repository of names)
    await world.admin.expect('createRepository', 201, { body: { repository, default_branch: 'main' } });
});

describe('200', () => {
  test('lists the repositories of the domain by id, to every member', async () => {
    const user = await world.member('user', ['runs:read']);
    const { data } = await user.expect('listRepositories', 200);
    expect(data.map(({ repository }) => repository)).toEqual(names);
  });

  test.each([1, 2, 3])('pages of %d together are the whole list', async (limit) => {
    const rows = await everyPage((query) => world.admin.expect('listRepositories', 200, { query }), limit);
    expect(rows.map(({ repository }) => repository)).toEqual(names);
  });

  test('shows nothing of another domain', async () => {
    const { data, pagination } = await (await openWorld()).admin.expect('listRepositories', 200);
    expect({ data, total: pagination.total }).toEqual({ data: [], total: 0 });
  });
});

describe('400', () => {
  test.each([
    ['limit', { limit: 0 }],
    ['offset', { offset: -1 }],
  ])('%s outside its bounds: %o', async (name, query) => {
    expect(faultyFields(await world.admin.call('listRepositories', { query }))).toEqual([`query.${name}`]);
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('listRepositories')));

  test('needs runs:read', () =>
    expectScopeNeeded(world.adminWith, 'runs:read', (client) => client.call('listRepositories')));
});
