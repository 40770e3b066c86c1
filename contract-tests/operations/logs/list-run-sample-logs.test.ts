import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { holdRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Query = CallInput<'listRunSampleLogs'>['query'];
type Line = components['schemas']['NewLogLine'];

let world: World;
/** Two tests over one sample, and one over another. */
let suite: Suite;
let other: Suite;
let run_id: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 2);
  other = await makeSuite(world);
  const { lease, ...held } = await holdRun(world, { ...suite, tests: [...suite.tests, ...other.tests] });
  ({ run_id } = held);
  const [first, second, foreign] = [...suite.tests, ...other.tests].map((planned) => planned.regression_test_id);
  const line = (message: string, id: number | undefined, more: Partial<Line> = {}): Line => ({
    ...{ at: '2026-11-22T10:00:00Z', level: 'info', source: 'test_runner', message },
    ...(id === undefined ? {} : { regression_test_id: id }),
    ...more,
  });
  const lines = [
    line('fetched', undefined),
    line('opened', first),
    line('opened elsewhere', foreign),
    line('100% of stream', second, { level: 'error' }),
    line('done', first, { source: 'worker' }),
    line('ended', undefined),
  ];
  await lease.client.expect('appendLogLines', 200, { path: lease.path, body: { first_line: 0, lines } });
});

const read = async (query: Query = {}, { sample } = suite) =>
  world.admin.expect('listRunSampleLogs', 200, { path: { run_id, sample_id: sample.sample_id }, query });
const numbersOf = async (query: Query) => (await read(query)).data.map(({ line }) => line);

describe('200', () => {
  test('gives the lines about the tests over the sample, as the log of the run has them', async () => {
    const { data, pagination } = await read();
    const whole = await world.admin.expect('listRunLogs', 200, { path: { run_id } });
    expect(data).toEqual([1, 3, 4].map((line) => whole.data[line]));
    expect(pagination).toEqual({ limit: 50, next_cursor: null });
    expect((await read({}, other)).data.map(({ message }) => message)).toEqual(['opened elsewhere']);
  });

  test('each line names the sample; one about no test names none', async () => {
    const { data } = await world.admin.expect('listRunLogs', 200, { path: { run_id } });
    const [mine, theirs] = [suite.sample.sample_id, other.sample.sample_id];
    expect(data.map(({ sample_id }) => sample_id)).toEqual([null, mine, theirs, mine, mine, null]);
  });

  test('filters by test, level, source and text', async () => {
    expect(await numbersOf({ regression_test_id: suite.tests[0]?.regression_test_id ?? 0 })).toEqual([1, 4]);
    expect(await numbersOf({ regression_test_id: other.tests[0]?.regression_test_id ?? 0 })).toEqual([]);
    expect(await numbersOf({ level: 'error' })).toEqual([3]);
    expect(await numbersOf({ source: 'worker' })).toEqual([4]);
    expect(await numbersOf({ contains: '% OF' })).toEqual([3]);
    expect(await numbersOf({ contains: 'elsewhere' })).toEqual([]);
  });

  test('goes on from the number of a line', async () => {
    const { data, pagination } = await read({ limit: 2 });
    expect([data.map(({ line }) => line), pagination.next_cursor]).toEqual([[1, 3], 4]);
    expect(await numbersOf({ cursor: 4 })).toEqual([4]);
    expect(await read({ cursor: 6 })).toMatchObject({ data: [], pagination: { next_cursor: null } });
  });
});

describe('404', () => {
  test('while the run has no line, in another code', async () => {
    const queued = await queueRun(world, suite, 'windows');
    const path = { run_id: queued.run_id, sample_id: suite.sample.sample_id };
    expect((await world.admin.expect('listRunSampleLogs', 404, { path })).code).toBe('log_not_found');
  });

  test('a sample that the run plans no test over, there or not', async () => {
    const unused = await makeSuite(world);
    await queueRun(world, unused, 'windows');
    const logs = (sample_id: number) => world.admin.call('listRunSampleLogs', { path: { run_id, sample_id } });
    expect(failureOf(await logs(unused.sample.sample_id), 404).code).toBe('not_found');
    expectSameNotFound(await logs(unused.sample.sample_id), await logs(2_147_483_647));
  });

  test('another domain’s run', async () => {
    const stranger = (await openWorld()).admin;
    const { sample_id } = suite.sample;
    const logs = (id: number) => stranger.call('listRunSampleLogs', { path: { run_id: id, sample_id } });
    expectSameNotFound(await logs(run_id), await logs(2_147_483_647));
  });
});

test('400: names what does not fit', async () => {
  const path = { run_id, sample_id: suite.sample.sample_id };
  const wrong = { limit: '1001', cursor: '-1', level: 'loud', source: 'me', contains: '', offset: '0' };
  for (const [name, value] of Object.entries({ ...wrong, regression_test_id: '0' }))
    expect(
      faultyFields(await callLoosely(world.admin, 'listRunSampleLogs', { path, query: { [name]: value } })),
    ).toEqual([`query.${name}`]);
});

describeGuard(() => world, 'listRunSampleLogs', { path: { run_id: 1, sample_id: 1 } }, { scope: 'system:read' });
