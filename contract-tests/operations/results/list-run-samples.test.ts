import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { complete, holdRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let run_id: number;
const tag = unique('Tag');
const category = unique('Category');

/** A further test, over a sample of its own with a name that is a pattern elsewhere. */
async function addTaggedTest({ category: first }: Suite): Promise<components['schemas']['RegressionTestDetail']> {
  const query = { filename: '100%_Sure.m2ts', tags: [tag] };
  const { sample_id } = await world.admin.expect('createSample', 201, { query, raw: unique('content') });
  await world.admin.expect('createCategory', 201, { body: { name: category } });
  const body = { sample_id, command: '--tagged', categories: [first, category], active: true, outputs: [] };
  return world.admin.expect('createRegressionTest', 201, { body });
}

beforeAll(async () => {
  world = await openWorld();
  const made = await makeSuite(world, 3);
  suite = { ...made, tests: [...made.tests, await addTaggedTest(made)] };
  const { lease, ...held } = await holdRun(world, suite);
  ({ run_id } = held);
  const [failing, missing, unreported, tagged] = suite.tests;
  expect(unreported).toBeDefined();
  if (failing !== undefined) await reportResult(lease, failing, 'text');
  if (missing !== undefined) await reportResult(lease, missing, null, 1);
  if (tagged !== undefined) await reportResult(lease, tagged, null);
  await complete(lease);
});

const list = async (query: CallInput<'listRunSamples'>['query'] = {}) =>
  world.admin.expect('listRunSamples', 200, { path: { run_id }, query });

async function idsOf(query: CallInput<'listRunSamples'>['query']): Promise<number[]> {
  const { data, pagination } = await list(query);
  expect(pagination.total).toBe(data.length);
  return data.map(({ regression_test_id }) => regression_test_id);
}

const idAt = (index: number): number => suite.tests[index]?.regression_test_id ?? 0;

describe('200', () => {
  test('has one row for every planned test by id, reported or not', async () => {
    const { data, pagination } = await list();
    expect(data.map(({ regression_test_id, status }) => [regression_test_id, status])).toEqual([
      [idAt(0), 'fail'],
      [idAt(1), 'missing_output'],
      [idAt(2), 'not_started'],
      [idAt(3), 'pass'],
    ]);
    expect(pagination).toMatchObject({ total: 4, next_offset: null });
  });

  test('each row is what the test shows by itself', async () => {
    for (const row of (await list()).data) {
      const path = { run_id, regression_test_id: row.regression_test_id };
      expect(await world.admin.expect('getRunSample', 200, { path })).toEqual(row);
    }
  });

  test.each([
    ['fail', 0],
    ['missing_output', 1],
    ['not_started', 2],
    ['pass', 3],
  ] as const)('status=%s', async (status, index) => {
    expect(await idsOf({ status })).toEqual([idAt(index)]);
  });

  test('finds nothing of a status that no test has', async () => {
    expect(await idsOf({ status: 'skipped' })).toEqual([]);
    expect(await idsOf({ status: 'running' })).toEqual([]);
  });

  test('finds a part of the sample’s name in any case, % and _ as they are written', async () => {
    expect(await idsOf({ name: '%_sURE' })).toEqual([idAt(3)]);
    expect(await idsOf({ name: 's_mple' })).toEqual([]);
    expect(await idsOf({ name: '%' })).toEqual([idAt(3)]);
    expect(await idsOf({ name: '.M2TS' })).toHaveLength(4);
  });

  test('finds a tag and a category in any case, whole', async () => {
    expect(await idsOf({ tag: tag.toUpperCase() })).toEqual([idAt(3)]);
    expect(await idsOf({ tag: tag.slice(0, -1) })).toEqual([]);
    expect(await idsOf({ category: category.toLowerCase() })).toEqual([idAt(3)]);
    expect(await idsOf({ category: suite.category })).toHaveLength(4);
    expect(await idsOf({ category: unique('none') })).toEqual([]);
  });

  test('every filter applies at once', async () => {
    const query = { status: 'pass', name: 'sure', tag, category } as const;
    expect(await idsOf(query)).toEqual([idAt(3)]);
    expect(await idsOf({ ...query, status: 'fail' })).toEqual([]);
  });

  test('pages join to the list', async () => {
    expect(await everyPage((page) => list(page), 3)).toEqual((await list()).data);
    const beyond = await list({ offset: 9 });
    expect(beyond).toMatchObject({ data: [], pagination: { total: 4, next_offset: null } });
  });
});

describe('400', () => {
  test.each([
    ['status', 'failed'],
    ['limit', '0'],
    ['name', ''],
    ['name', 'a\0b'],
    ['tag', 'x'.repeat(65)],
    ['sample', '1'],
  ])('%s=%j', async (name, value) => {
    const answer = await callLoosely(world.admin, 'listRunSamples', { path: { run_id }, query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const samples = (id: number) => stranger.call('listRunSamples', { path: { run_id: id } });
  expectSameNotFound(await samples(run_id), await samples(2_147_483_647));
});

describeGuard(() => world, 'listRunSamples', { path: { run_id: 1 } }, { scope: 'runs:read' });
