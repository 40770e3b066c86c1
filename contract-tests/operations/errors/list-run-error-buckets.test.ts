import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { makeFailedRun, type FailedRun } from '../../harness/failed-run.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let failed: FailedRun;

beforeAll(async () => {
  world = await openWorld();
  failed = await makeFailedRun(world);
});

type Query = NonNullable<CallInput<'listRunErrorBuckets'>['query']>;

const list = async (query: Query = {}) =>
  world.admin.expect('listRunErrorBuckets', 200, { path: { run_id: failed.run_id }, query });

async function countsOf(query: Query): Promise<[string, number, string][]> {
  const { data, pagination } = await list(query);
  expect(pagination.total).toBe(data.length);
  return data.map(({ key, count, severity }) => [key, count, severity]);
}

const errors = async () => (await world.admin.expect('listRunErrors', 200, { path: { run_id: failed.run_id } })).data;

describe('200', () => {
  test('counts by kind when nothing else is asked for, the largest first and then by key', async () => {
    expect(await countsOf({})).toEqual([
      ['exit_code_mismatch', 2, 'error'],
      ['diff_mismatch', 1, 'warning'],
      ['missing_expected', 1, 'warning'],
      ['missing_output', 1, 'error'],
      ['test_failure', 1, 'error'],
    ]);
  });

  test.each(['type', 'sample_id', 'regression_id', 'severity'] as const)(
    'group_by=%s counts each error of the list once',
    async (group_by) => {
      const groups = Map.groupBy(await errors(), (error) => String(error[group_by]));
      const { data } = await list({ group_by });
      expect(new Map(data.map(({ key, count }) => [key, count]))).toEqual(
        new Map([...groups].map(([key, group]) => [key, group.length])),
      );
      expect(data.map(({ count }) => count)).toEqual(data.map(({ count }) => count).toSorted((a, b) => b - a));
      for (const bucket of data) {
        const group = groups.get(bucket.key) ?? [];
        const times = group.map(({ occurred_at }) => occurred_at).toSorted();
        expect(bucket).toMatchObject({ group_by, first_seen_at: times[0], last_seen_at: times.at(-1) });
        expect(bucket.sample_ids).toEqual(
          [...new Set(group.map(({ sample_id }) => sample_id))].toSorted((a, b) => a - b),
        );
      }
    },
  );

  test('a group is as severe as the worst of it', async () => {
    const [shared, own] = [failed.tests[0]?.sample_id, failed.tests[7]?.sample_id];
    expect(await countsOf({ group_by: 'sample_id' })).toEqual([
      [String(shared), 5, 'error'],
      [String(own), 1, 'warning'],
    ]);
  });

  test('severity chooses what is counted', async () => {
    expect(await countsOf({ group_by: 'severity', severity: 'warning' })).toEqual([['warning', 2, 'warning']]);
    expect(await countsOf({ severity: 'critical' })).toEqual([]);
    const [shared, own] = [failed.tests[0]?.sample_id, failed.tests[7]?.sample_id];
    expect(await countsOf({ group_by: 'sample_id', severity: 'warning' })).toEqual([
      [String(shared), 1, 'warning'],
      [String(own), 1, 'warning'],
    ]);
  });

  test('groups of the same size are by id, as numbers', async () => {
    const keys = (await list({ group_by: 'regression_id' })).data
      .filter(({ count }) => count === 1)
      .map(({ key }) => key);
    expect(keys).toEqual(keys.toSorted((one, other) => Number(one) - Number(other)));
  });

  test('pages join to the list', async () => {
    for (const group_by of ['type', 'regression_id'] as const)
      expect(await everyPage((page) => list({ ...page, group_by }), 2)).toEqual((await list({ group_by })).data);
  });
});

describe('400', () => {
  test.each([
    ['group_by', 'platform'],
    ['severity', 'fatal'],
    ['offset', '-1'],
    ['type', 'diff_mismatch'],
  ])('%s=%j', async (name, value) => {
    const input = { path: { run_id: failed.run_id }, query: { [name]: value } };
    expect(faultyFields(await callLoosely(world.admin, 'listRunErrorBuckets', input))).toEqual([`query.${name}`]);
  });
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const buckets = (run_id: number) => stranger.call('listRunErrorBuckets', { path: { run_id } });
  expectSameNotFound(await buckets(failed.run_id), await buckets(2_147_483_647));
});

describeGuard(() => world, 'listRunErrorBuckets', { path: { run_id: 1 } }, { scope: 'results:read' });
