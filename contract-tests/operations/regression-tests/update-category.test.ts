import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const make = (description = 'first') =>
  world.admin.expect('createCategory', 201, { body: { name: unique('category'), description } });
const change = (category_id: number, body: { name?: string; description?: string }) =>
  world.admin.expect('updateCategory', 200, { path: { category_id }, body });
const listed = async () => (await world.admin.expect('listCategories', 200, { query: { limit: 100 } })).data;

describe('200', () => {
  test('changes what is named and nothing else', async () => {
    const made = await make();
    const name = unique('Renamed');
    expect(await change(made.id, { name })).toEqual({ ...made, name });
    expect(await change(made.id, { description: '' })).toEqual({ ...made, name, description: '' });
    expect(await listed()).toContainEqual({ ...made, name, description: '' });
  });

  test('its tests stay in it, and are found by the new name', async () => {
    const { category, tests } = await makeSuite(world, 2);
    const { id } = (await listed()).find(({ name }) => name === category) ?? { id: 0 };
    const name = unique('renamed');
    expect(await change(id, { name })).toMatchObject({ test_count: 2 });
    const { data } = await world.admin.expect('listRegressionTests', 200, { query: { category: name } });
    expect(data.map(({ regression_test_id }) => regression_test_id)).toEqual(
      tests.map(({ regression_test_id }) => regression_test_id),
    );
  });

  test('may keep its name, or change its case', async () => {
    const made = await make();
    expect(await change(made.id, { name: made.name })).toEqual(made);
    expect(await change(made.id, { name: made.name.toUpperCase() })).toMatchObject({ name: made.name.toUpperCase() });
  });

  test('a contributor may change one', async () => {
    const { id } = await make();
    const contributor = await world.member('contributor', ['runs:write']);
    await contributor.expect('updateCategory', 200, { path: { category_id: id }, body: { description: 'theirs' } });
  });
});

test('409: a name that another has in any case, and both stay as they were', async () => {
  const [one, other] = [await make(), await make()];
  const answer = await world.admin.expect('updateCategory', 409, {
    path: { category_id: one.id },
    body: { name: other.name.toUpperCase(), description: 'second' },
  });
  expect(answer).toMatchObject({ code: 'conflict' });
  const rows = await listed();
  for (const category of [one, other]) expect(rows).toContainEqual(category);
});

test('404: another domain’s category is like one that does not exist, and stays as it was', async () => {
  const made = await make();
  const stranger = (await openWorld()).admin;
  const rename = (category_id: number) =>
    stranger.call('updateCategory', { path: { category_id }, body: { description: 'stolen' } });
  expectSameNotFound(await rename(made.id), await rename(2_147_483_647));
  expect(await listed()).toContainEqual(made);
});

describe('400', () => {
  test.each<[string, object]>([
    ['body', {}],
    ['body.name', { name: '' }],
    ['body.name', { name: 'a'.repeat(65) }],
    ['body.description', { description: 'a'.repeat(1025) }],
    ['body.test_count', { test_count: 1 }],
    ['body', { name: 'a\0' }],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const made = await make();
    const input = { path: { category_id: made.id }, raw: JSON.stringify(body) };
    expect(faultyFields(await callLoosely(world.admin, 'updateCategory', input))).toEqual([field]);
    expect(await listed()).toContainEqual(made);
  });
});

describeJsonBody(() => world, 'updateCategory', { path: { category_id: 1 } });

const input = { path: { category_id: 1 }, raw: JSON.stringify({ description: 'mine' }) };
describeGuard(() => world, 'updateCategory', input, { scope: 'runs:write', refusedRoles: ['tester', 'user'] });
