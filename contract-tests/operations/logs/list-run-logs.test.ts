import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { holdRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Line = components['schemas']['NewLogLine'];

let world: World;
let suite: Suite;
let run_id: number;
let testId: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  testId = suite.tests[0]?.regression_test_id ?? 0;
  const { lease, ...held } = await holdRun(world, suite);
  ({ run_id } = held);
  const line = (message: string, more: Partial<Line> = {}): Line => ({
    ...{ at: '2026-11-22T10:00:00Z', level: 'info', source: 'worker', message },
    ...more,
  });
  const lines = [
    line('Fetched the build', { source: 'build' }),
    line('100% of 5 captions', { regression_test_id: testId, source: 'test_runner' }),
    line('1000 of 5 captions', { level: 'debug' }),
    line('file_name.srt', { level: 'error', regression_test_id: testId }),
    line('fileXname.srt', { level: 'error' }),
    line("ÄRGER with \\ and 'quotes'", { level: 'warning' }),
  ];
  await lease.client.expect('appendLogLines', 200, { path: lease.path, body: { first_line: 0, lines } });
});

const read = async (query: CallInput<'listRunLogs'>['query'] = {}) =>
  world.admin.expect('listRunLogs', 200, { path: { run_id }, query });
const numbersOf = async (query: CallInput<'listRunLogs'>['query']) => (await read(query)).data.map(({ line }) => line);

describe('200', () => {
  test('1.9.6: gives every line of a run that goes on, in order, with its moment', async () => {
    const { data, pagination } = await read();
    expect(data.map(({ line }) => line)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(data[1]).toEqual({
      ...{ line: 1, timestamp: '2026-11-22T10:00:00.000Z', level: 'info', source: 'test_runner' },
      ...{ message: '100% of 5 captions', run_id, attempt: 1, regression_test_id: testId },
      sample_id: suite.sample.sample_id,
    });
    expect(pagination).toEqual({ limit: 50, next_cursor: null });
  });

  test('1.9.5: goes on from its cursor, a number, to the end, each line once', async () => {
    const seen: number[] = [];
    for (let cursor: number | null = 0; cursor !== null;) {
      const { data, pagination }: components['schemas']['LogLinePage'] = await read({ cursor, limit: 4 });
      expect(pagination.next_cursor).toBe(cursor === 0 ? 4 : null);
      seen.push(...data.map(({ line }) => line));
      cursor = pagination.next_cursor;
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('a cursor finds the lines that came since, and none beyond the end', async () => {
    expect(await numbersOf({ cursor: 4 })).toEqual([4, 5]);
    const beyond = await read({ cursor: 10_000_000 });
    expect(beyond).toEqual({ data: [], pagination: { limit: 50, next_cursor: null } });
  });

  test('filters look past the lines that they leave out', async () => {
    const { data, pagination } = await read({ level: 'error', limit: 1 });
    expect(data.map(({ line }) => line)).toEqual([3]);
    expect(await numbersOf({ level: 'error', cursor: pagination.next_cursor ?? 0 })).toEqual([4]);
  });

  test('filters by level, source and test, and by all of them', async () => {
    expect(await numbersOf({ level: 'warning' })).toEqual([5]);
    expect(await numbersOf({ level: 'critical' })).toEqual([]);
    expect(await numbersOf({ source: 'build' })).toEqual([0]);
    expect(await numbersOf({ regression_test_id: testId })).toEqual([1, 3]);
    const query = { regression_test_id: testId, level: 'error', source: 'worker', contains: 'srt' } as const;
    expect(await numbersOf(query)).toEqual([3]);
    expect(await numbersOf({ ...query, source: 'build' })).toEqual([]);
  });

  test.each([
    ['100% o', [1]],
    ['%', [1]],
    ['e_n', [3]],
    ['_', [3]],
    ['\\', [5]],
    ["'quotes'", [5]],
    ['FILE', [3, 4]],
    ['ärger', [5]],
    ['.', [3, 4]],
    ['nowhere', []],
  ])('contains=%s is a text in any case, no pattern', async (contains, numbers) => {
    expect(await numbersOf({ contains })).toEqual(numbers);
  });
});

describe('404', () => {
  test('while there is no line the code is log_not_found', async () => {
    const queued = await queueRun(world, suite, 'windows');
    const { code } = await world.admin.expect('listRunLogs', 404, { path: { run_id: queued.run_id } });
    expect(code).toBe('log_not_found');
  });

  test('another domain’s run is like one that does not exist, with a log and without', async () => {
    const queued = await queueRun(world, suite, 'windows');
    const stranger = (await openWorld()).admin;
    const logs = (id: number) => stranger.call('listRunLogs', { path: { run_id: id } });
    expectSameNotFound(await logs(run_id), await logs(2_147_483_647));
    expectSameNotFound(await logs(queued.run_id), await logs(2_147_483_647));
  });
});

describe('400', () => {
  test.each([
    ['limit', '0'],
    ['limit', '1001'],
    ['cursor', '-1'],
    ['cursor', '10000001'],
    ['level', 'loud'],
    ['source', 'me'],
    ['contains', ''],
    ['contains', 'x'.repeat(101)],
    ['regression_test_id', '0'],
    ['offset', '0'],
  ])('%s=%.10s', async (name, value) => {
    const answer = await callLoosely(world.admin, 'listRunLogs', { path: { run_id }, query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });
});

describeGuard(() => world, 'listRunLogs', { path: { run_id: 1 } }, { scope: 'system:read' });
