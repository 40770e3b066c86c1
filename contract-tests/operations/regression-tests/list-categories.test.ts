import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  for (const name of ['delta', 'Alpha', 'charlie', 'Bravo'])
    await world.admin.expect('createCategory', 201, { body: { name, description: `about ${name}` } });
  const { sample_id } = await uploadSample(world);
  const memberships: [string[], boolean][] = [
    [['alpha', 'delta'], true],
    [['alpha'], false],
  ];
  for (const [categories, active] of memberships) {
    const body = { sample_id, command: '-', categories, active };
    await world.admin.expect('createRegressionTest', 201, { body });
  }
});

describe('200', () => {
  test('lists them by name in any case, with how many tests are in each, active or not', async () => {
    const { data, pagination } = await world.admin.expect('listCategories', 200);
    expect(data.map(({ name, description, test_count }) => [name, description, test_count])).toEqual([
      ['Alpha', 'about Alpha', 2],
      ['Bravo', 'about Bravo', 0],
      ['charlie', 'about charlie', 0],
      ['delta', 'about delta', 1],
    ]);
    expect(pagination).toEqual({ limit: 50, offset: 0, total: 4, next_offset: null, truncated: false });
  });

  test.each([1, 2, 3])('pages of %d are the whole list, each category once', async (limit) => {
    const whole = await world.admin.expect('listCategories', 200);
    const rows = await everyPage((query) => world.admin.expect('listCategories', 200, { query }), limit);
    expect(rows).toEqual(whole.data);
  });

  test('shows nothing of another domain', async () => {
    const { data } = await (await openWorld()).admin.expect('listCategories', 200);
    expect(data).toEqual([]);
  });
});

describe('400', () => {
  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['offset', '-1'],
    ['name', 'alpha'],
  ])('names %s when it is %j', async (name, value) => {
    const answer = await callLoosely(world.admin, 'listCategories', { query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });
});

describeGuard(() => world, 'listCategories', {}, { scope: 'runs:read' });
