import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound } from '../../harness/refusals.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const make = () => world.admin.expect('createCategory', 201, { body: { name: unique('category') } });
const listed = async () => (await world.admin.expect('listCategories', 200, { query: { limit: 100 } })).data;

describe('200', () => {
  test('the category is gone, and its name is free', async () => {
    const { id, name } = await make();
    const answer = await world.admin.expect('deleteCategory', 200, { path: { category_id: id } });
    expect(answer).toEqual({ id, deleted: true });
    expect((await listed()).map((category) => category.id)).not.toContain(id);
    await world.admin.expect('deleteCategory', 404, { path: { category_id: id } });
    await world.admin.expect('createCategory', 201, { body: { name } });
  });
});

describe('409', () => {
  test('a category with tests stays, and says how many are in it', async () => {
    const { category } = await makeSuite(world, 2);
    const made = (await listed()).find(({ name }) => name === category);
    const path = { category_id: made?.id ?? 0 };
    const { code, details } = await world.admin.expect('deleteCategory', 409, { path });
    expect({ code, details }).toMatchObject({ code: 'conflict', details: { test_count: 2 } });
    expect(await listed()).toContainEqual(made);
  });

  test('a test that comes at the same time finds the category, or finds it gone', async () => {
    const { sample } = await makeSuite(world);
    for (let round = 0; round < 8; round += 1) {
      const { id, name } = await make();
      const body = { sample_id: sample.sample_id, command: '-', categories: [name] };
      const [deleted, created] = await Promise.all([
        world.admin.call('deleteCategory', { path: { category_id: id } }),
        world.admin.call('createRegressionTest', { body }),
      ]);
      expect([
        [200, 422],
        [409, 201],
      ]).toContainEqual([deleted.status, created.status]);
    }
  });
});

test('404: another domain’s category is like one that does not exist, and stays', async () => {
  const made = await make();
  const stranger = (await openWorld()).admin;
  const remove = (category_id: number) => stranger.call('deleteCategory', { path: { category_id } });
  expectSameNotFound(await remove(made.id), await remove(2_147_483_647));
  expect(await listed()).toContainEqual(made);
});

const guard = { scope: 'runs:write', refusedRoles: ['tester', 'user'] } as const;
describeGuard(() => world, 'deleteCategory', { path: { category_id: 1 } }, guard);
