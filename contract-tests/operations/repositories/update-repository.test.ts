import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const make = () => world.admin.expect('createRepository', 201, { body: { repository: `${unique('owner')}/tool` } });
const listed = async () => (await world.admin.expect('listRepositories', 200, { query: { limit: 100 } })).data;

describe('200', () => {
  test('changes what is named and nothing else', async () => {
    const made = await make();
    expect(made).toMatchObject({ default_branch: 'main', public_badge: false });
    const change = (body: { default_branch?: string; public_badge?: boolean }) =>
      world.admin.expect('updateRepository', 200, { path: { repository_id: made.repository_id }, body });
    expect(await change({ default_branch: 'release/2.x' })).toEqual({ ...made, default_branch: 'release/2.x' });
    expect(await change({ public_badge: true })).toEqual({
      ...{ ...made, default_branch: 'release/2.x', public_badge: true },
    });
    expect(await change({ public_badge: false })).toMatchObject({ public_badge: false });
    expect(await listed()).toContainEqual({ ...made, default_branch: 'release/2.x' });
  });

  test('others stay as they are', async () => {
    const [one, other] = [await make(), await make()];
    await world.admin.expect('updateRepository', 200, {
      ...{ path: { repository_id: one.repository_id }, body: { public_badge: true } },
    });
    expect(await listed()).toContainEqual(other);
  });
});

test('404: another domain’s repository is like one that does not exist, and stays as it was', async () => {
  const made = await make();
  const stranger = (await openWorld()).admin;
  const change = (repository_id: number) =>
    stranger.call('updateRepository', { path: { repository_id }, body: { public_badge: true } });
  expectSameNotFound(await change(made.repository_id), await change(2_147_483_647));
  expect(await listed()).toContainEqual(made);
});

describe('400', () => {
  test.each<[string, object]>([
    ['body', {}],
    ['body.default_branch', { default_branch: 'two words' }],
    ['body.default_branch', { default_branch: 'a'.repeat(101) }],
    ['body.public_badge', { public_badge: 'yes' }],
    ['body.repository', { repository: 'other/name' }],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const made = await make();
    const input = { path: { repository_id: made.repository_id }, raw: JSON.stringify(body) };
    expect(faultyFields(await callLoosely(world.admin, 'updateRepository', input))).toEqual([field]);
    expect(await listed()).toContainEqual(made);
  });
});

describeJsonBody(() => world, 'updateRepository', { path: { repository_id: 1 } });

const input = { path: { repository_id: 1 }, raw: JSON.stringify({ public_badge: true }) };
describeGuard(() => world, 'updateRepository', input, { scope: 'system:write' });

test('403: no member of the domain can have the scope', async () => {
  const member = await world.member('contributor');
  expect(failureOf(await callLoosely(member, 'updateRepository', input), 403).details).toMatchObject({
    missing_scopes: ['system:write'],
  });
});
