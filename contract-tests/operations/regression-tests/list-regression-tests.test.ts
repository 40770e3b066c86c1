import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Test = components['schemas']['RegressionTest'];

let world: World;
let suite: Suite;
let active: Test[];
let tagged: Test;
let idle: Test;
const tag = unique('CEA-608');
const other = unique('Other');

/** A test as lists show it: without its outputs and the exit codes of platforms. */
const listed = ({
  outputs: _,
  expected_rc_by_platform: __,
  ...test
}: components['schemas']['RegressionTestDetail']): Test => test;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 2);
  active = suite.tests.map(listed);
  await world.admin.expect('createCategory', 201, { body: { name: other } });
  const query = { filename: 'tagged.ts', tags: [tag] };
  const { sample_id } = await world.admin.expect('createSample', 201, { query, raw: unique('tagged') });
  const make = async (draft: { categories: string[]; active?: boolean }) => {
    const body = { sample_id, command: '-', ...draft };
    return listed(await world.admin.expect('createRegressionTest', 201, { body }));
  };
  tagged = await make({ categories: [other, suite.category], active: true });
  idle = await make({ categories: [other] });
});

const list = (query: object) => world.admin.expect('listRegressionTests', 200, { query });

describe('200', () => {
  test('lists the active tests by id, unless asked otherwise', async () => {
    const { data, pagination } = await list({});
    expect(data).toEqual([...active, tagged]);
    expect(pagination).toEqual({ limit: 50, offset: 0, total: 3, next_offset: null, truncated: false });
  });

  test.each([1, 2, 3, 4])('pages of %d are the whole list, each test once', async (limit) => {
    const rows = await everyPage((page) => list({ ...page, active: 'all' }), limit);
    expect(rows).toEqual([...active, tagged, idle]);
  });

  test.each<[string, () => object, () => Test[]]>([
    ['the inactive', () => ({ active: 'false' }), () => [idle]],
    ['the active', () => ({ active: 'true' }), () => [...active, tagged]],
    ['all', () => ({ active: 'all' }), () => [...active, tagged, idle]],
    ['a category', () => ({ category: suite.category }), () => [...active, tagged]],
    ['a category in any case', () => ({ category: other.toUpperCase(), active: 'all' }), () => [tagged, idle]],
    ['nothing for a part of a category', () => ({ category: other.slice(0, 6) }), () => []],
    ['a tag of the sample in any case', () => ({ tag: tag.toLowerCase() }), () => [tagged]],
    ['a sample', () => ({ sample_id: suite.sample.sample_id }), () => active],
    ['nothing for a sample that is not there', () => ({ sample_id: 2_147_483_647 }), () => []],
    ['all at once', () => ({ tag, category: other, sample_id: idle.sample_id, active: 'false' }), () => [idle]],
    ['nothing when one does not fit', () => ({ tag, category: other, sample_id: suite.sample.sample_id }), () => []],
  ])('finds %s, and counts only that', async (_, query, expected) => {
    const { data, pagination } = await list(query());
    expect(data).toEqual(expected());
    expect(pagination.total).toBe(expected().length);
  });

  test('shows nothing of another domain, whatever is asked', async () => {
    const stranger = (await openWorld()).admin;
    for (const query of [{}, { category: suite.category }, { tag }, { sample_id: idle.sample_id }]) {
      const asked = { ...query, active: 'all' as const };
      const { data, pagination } = await stranger.expect('listRegressionTests', 200, { query: asked });
      expect({ data, total: pagination.total }).toEqual({ data: [], total: 0 });
    }
  });
});

describe('400', () => {
  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['offset', '-1'],
    ['active', 'yes'],
    ['category', ''],
    ['tag', ''],
    ['sample_id', '0'],
    ['sample_id', '1e1'],
    ['status', 'pass'],
  ])('names %s when it is %j', async (name, value) => {
    const answer = await callLoosely(world.admin, 'listRegressionTests', { query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });
});

describeGuard(() => world, 'listRegressionTests', {}, { scope: 'runs:read' });
