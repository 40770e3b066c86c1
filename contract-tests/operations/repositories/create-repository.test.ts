import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectCredentialNeeded, expectScopeNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const newName = () => `${unique('owner')}/tool`;
const listed = async ({ admin }: Pick<World, 'admin'>) =>
  (await admin.expect('listRepositories', 200, { query: { limit: 100 } })).data;

describe('201', () => {
  test('registers the repository, with main as its branch unless told otherwise', async () => {
    const raw = JSON.stringify({ repository: newName() });
    const plain = await world.admin.expect('createRepository', 201, { raw });
    expect(plain.default_branch).toBe('main');
    const body = { repository: newName(), default_branch: 'release/2.x' };
    const made = await world.admin.expect('createRepository', 201, { body });
    expect(made).toMatchObject(body);
    expect((await listed(world)).slice(-2)).toEqual([plain, made]);
  });

  test('another domain may have a repository of the same name', async () => {
    const body = { repository: newName(), default_branch: 'main' };
    const own = await world.admin.expect('createRepository', 201, { body });
    const stranger = await openWorld();
    const theirs = await stranger.admin.expect('createRepository', 201, { body });
    expect(theirs.repository_id).not.toBe(own.repository_id);
    expect(await listed(stranger)).toEqual([theirs]);
  });
});

describe('400', () => {
  test.each([
    ['repository', { repository: 'no-owner' }],
    ['repository', { repository: 'a/b/c' }],
    ['repository', { repository: `${'a'.repeat(99)}/b` }],
    ['default_branch', { default_branch: 'two words' }],
    ['default_branch', { default_branch: '/main' }],
    ['visibility', { visibility: 'public' }],
  ])('names body.%s: %o', async (field, fault) => {
    const body = { repository: newName(), ...fault };
    expect(faultyFields(await world.admin.call('createRepository', { raw: JSON.stringify(body) }))).toEqual([
      `body.${field}`,
    ]);
    expect((await listed(world)).map(({ repository }) => repository)).not.toContain(body.repository);
  });

  test('an empty body and one that is no JSON', async () => {
    expect(faultyFields(await world.admin.call('createRepository', { raw: '{}' }))).toEqual(['body.repository']);
    expect(await world.admin.expect('createRepository', 400, { raw: '{' })).toMatchObject({ code: 'invalid_json' });
  });
});

describe('409', () => {
  test('a name is taken whatever its case, and the branch of the first stays', async () => {
    const body = { repository: newName(), default_branch: 'main' };
    const made = await world.admin.expect('createRepository', 201, { body });
    const again = { repository: body.repository.toUpperCase(), default_branch: 'other' };
    expect(await world.admin.expect('createRepository', 409, { body: again })).toMatchObject({ code: 'conflict' });
    expect(await listed(world)).toContainEqual(made);
  });
});

describe('413 and 415', () => {
  test('takes JSON, and not more than it needs', async () => {
    const raw = JSON.stringify({ repository: 'a'.repeat(300_000) });
    await world.admin.expect('createRepository', 413, { raw });
    const body = { repository: newName(), default_branch: 'main' };
    await world.admin.expect('createRepository', 415, { body, headers: { 'Content-Type': 'text/yaml' } });
  });
});

describe('401 and 403', () => {
  const body = { repository: newName(), default_branch: 'main' };

  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('createRepository', { body })));

  test('needs system:write, which no member of the domain can have', async () => {
    await expectScopeNeeded(world.adminWith, 'system:write', (client) => client.call('createRepository', { body }));
    const member = await world.member('contributor');
    const { details } = failureOf(await member.call('createRepository', { body }), 403);
    expect(details).toMatchObject({ missing_scopes: ['system:write'] });
    expect((await listed(world)).map(({ repository }) => repository)).not.toContain(body.repository);
  });
});
