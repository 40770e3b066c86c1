import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyPage } from '../../harness/paging.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const tags = ['delta', 'Alpha', 'charlie'];
  await world.admin.expect('createSample', 201, { query: { filename: 'a.ts', tags }, raw: unique('tagged') });
  await world.admin.expect('createTag', 201, { body: { name: 'Bravo', description: 'By hand' } });
});

describe('200', () => {
  test('lists made and uploaded tags together, by name in any case', async () => {
    const { data, pagination } = await world.admin.expect('listTags', 200);
    expect(data.map(({ name, description }) => [name, description])).toEqual([
      ['Alpha', ''],
      ['Bravo', 'By hand'],
      ['charlie', ''],
      ['delta', ''],
    ]);
    expect(pagination).toEqual({ limit: 50, offset: 0, total: 4, next_offset: null, truncated: false });
  });

  test.each([1, 2, 3])('pages of %d are the whole list, each tag once', async (limit) => {
    const whole = await world.admin.expect('listTags', 200);
    const rows = await everyPage((query) => world.admin.expect('listTags', 200, { query }), limit);
    expect(rows).toEqual(whole.data);
  });

  test('shows nothing of another domain', async () => {
    const { data } = await (await openWorld()).admin.expect('listTags', 200);
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
    expect(faultyFields(await callLoosely(world.admin, 'listTags', { query: { [name]: value } }))).toEqual([
      `query.${name}`,
    ]);
  });
});

describeGuard(() => world, 'listTags', {}, { scope: 'runs:read' });
