import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { CallInput } from '../../harness/client.ts';
import { lineNumbers, readEvents, writeLines } from '../../harness/event-stream.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { complete, holdRun, type HeldRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Line = components['schemas']['NewLogLine'];
type Query = NonNullable<CallInput<'followRunLogs'>['query']>;

let world: World;
let suite: Suite;
let held: HeldRun;
let testId: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  testId = suite.tests[0]?.regression_test_id ?? 0;
  held = await holdRun(world, suite);
  const line = (message: string, more: Partial<Line> = {}): Line => ({
    ...{ at: '2026-11-22T10:00:00Z', level: 'info', source: 'worker', message },
    ...more,
  });
  const lines = [
    line('fetched', { source: 'build' }),
    line('two\r\nlines: “Ä” 🎬', { regression_test_id: testId, source: 'test_runner' }),
    line('file_name.srt', { level: 'error', regression_test_id: testId }),
    line('over', { level: 'warning' }),
  ];
  const { client, path } = held.lease;
  await client.expect('appendLogLines', 200, { path, body: { first_line: 0, lines } });
});

async function follow(query: Query = {}, headers: Record<string, string> = {}, run_id = held.run_id) {
  const {
    status,
    headers: told,
    text,
  } = await world.admin.call('followRunLogs', {
    ...{ path: { run_id }, query: { wait_ms: 0, ...query }, headers },
  });
  return { status, told, ...readEvents(text) };
}
const numbersOf = async (query: Query, headers?: Record<string, string>) => lineNumbers(await follow(query, headers));

describe('200', () => {
  test('sends each line as the list shows it, under its number, and no end while the run goes on', async () => {
    const { status, told, events, comments } = await follow();
    expect({ status, type: told.get('content-type') }).toEqual({ status: 200, type: 'text/event-stream' });
    expect(told.get('x-accel-buffering')).toBe('no');
    const { data } = await world.admin.expect('listRunLogs', 200, { path: { run_id: held.run_id } });
    expect(events).toEqual(data.map((line) => ({ id: String(line.line), event: 'line', data: expect.anything() })));
    expect(events.map((event) => JSON.parse(event.data))).toEqual(data);
    expect(comments).toEqual(['open']);
  });

  test('goes on from the cursor, and after the last line that was received whatever the cursor says', async () => {
    expect(await numbersOf({ cursor: 2 })).toEqual([2, 3]);
    expect(await numbersOf({}, { 'Last-Event-ID': '0' })).toEqual([1, 2, 3]);
    expect(await numbersOf({ cursor: 0 }, { 'Last-Event-ID': '2' })).toEqual([3]);
    expect(await numbersOf({ cursor: 9 })).toEqual([]);
  });

  test('filters by level, source, test and text, and by all of them', async () => {
    expect(await numbersOf({ level: 'warning' })).toEqual([3]);
    expect(await numbersOf({ source: 'build' })).toEqual([0]);
    expect(await numbersOf({ regression_test_id: testId })).toEqual([1, 2]);
    expect(await numbersOf({ contains: 'E_N' })).toEqual([2]);
    expect(await numbersOf({ regression_test_id: testId, level: 'error', source: 'worker', contains: 'srt' })).toEqual([
      2,
    ]);
    expect(await numbersOf({ regression_test_id: testId, level: 'error', source: 'build' })).toEqual([]);
  });

  test('tells how far the filters looked, so that held back lines are not looked at again', async () => {
    expect((await follow({ source: 'build' })).ids).toEqual(['0', '3']);
    expect((await follow({ level: 'warning' })).ids).toEqual(['3']);
  });

  test('ends with the status once the run has ended and every line was sent, however long it may wait', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    await writeLines(lease, 250);
    const [outputTest] = suite.tests;
    if (outputTest !== undefined) await reportResult(lease, outputTest, 'content');
    await complete(lease);
    const { status } = await world.admin.expect('getRun', 200, { path: { run_id } });
    const come = await follow({ wait_ms: 3_600_000 }, {}, run_id);
    expect(lineNumbers(come)).toEqual(Array.from({ length: 250 }, (_, number) => number));
    expect(come.events.slice(250).map(({ event }) => event)).toEqual(['end']);
    expect(JSON.parse(come.events[250]?.data ?? '')).toEqual({ status, next_line: 250 });
  });

  test('a run that was canceled before its first line has an end alone', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    expect((await follow({}, {}, run_id)).events).toEqual([]);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    const { events } = await follow({ wait_ms: 3_600_000 }, {}, run_id);
    expect(events).toMatchObject([{ event: 'end' }]);
    expect(JSON.parse(events[0]?.data ?? '')).toEqual({ status: 'canceled', next_line: 0 });
  });
});

describe('404', () => {
  test('another domain’s run is like one that does not exist', async () => {
    const queued = await queueRun(world, suite, 'windows');
    const stranger = (await openWorld()).admin;
    const followed = (id: number) => stranger.call('followRunLogs', { path: { run_id: id }, query: { wait_ms: 0 } });
    expectSameNotFound(await followed(queued.run_id), await followed(2_147_483_647));
  });
});

describe('400', () => {
  test.each([
    ['wait_ms', '3600001'],
    ['wait_ms', '-1'],
    ['cursor', '-1'],
    ['level', 'loud'],
    ['limit', '1'],
  ])('%s=%s', async (name, value) => {
    const answer = await callLoosely(world.admin, 'followRunLogs', {
      ...{ path: { run_id: held.run_id }, query: { [name]: value } },
    });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });

  test.each(['-1', '1.5', 'x', '100000000'])('Last-Event-ID: %s', async (value) => {
    const answer = await world.admin.call('followRunLogs', {
      ...{ path: { run_id: held.run_id }, query: { wait_ms: 0 }, headers: { 'Last-Event-ID': value } },
    });
    expect(faultyFields(answer)).toEqual(['headers.last-event-id']);
  });
});

describeGuard(() => world, 'followRunLogs', { path: { run_id: 1 } }, { scope: 'system:read' });
