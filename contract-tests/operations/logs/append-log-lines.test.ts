import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { complete, holdRun, type HeldRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { claimRun, enrolWorker, makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Line = components['schemas']['NewLogLine'];

let world: World;
let suite: Suite;
let held: HeldRun;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

beforeEach(async () => {
  held = await holdRun(world, suite);
});

const lineOf = (message: string, more: Partial<Line> = {}): Line => ({
  ...{ at: '2026-11-22T10:00:00Z', level: 'info', source: 'test_runner', message },
  ...more,
});
const request = (first_line: number, ...lines: Line[]) => ({ path: held.lease.path, body: { first_line, lines } });
const append = async (first_line: number, ...messages: string[]) =>
  held.lease.client.expect('appendLogLines', 200, request(first_line, ...messages.map((text) => lineOf(text))));
const messagesOf = async (run_id = held.run_id) => {
  const { data } = await world.admin.expect('listRunLogs', 200, { path: { run_id } });
  return data.map(({ message }) => message);
};

describe('200', () => {
  test('stores the lines as they were sent, while the run goes on', async () => {
    const regression_test_id = suite.tests[0]?.regression_test_id ?? 0;
    const sent = lineOf('  caption\t“Ä” 🎬\n', {
      ...{ at: '2026-11-22T12:00:00.250+02:00', level: 'critical', source: 'build', regression_test_id },
    });
    const answer = await held.lease.client.expect('appendLogLines', 200, request(0, lineOf(''), sent));
    expect(answer).toEqual({ next_line: 2 });
    const { data } = await world.admin.expect('listRunLogs', 200, { path: { run_id: held.run_id } });
    expect(data[1]).toMatchObject({
      ...{ line: 1, timestamp: '2026-11-22T10:00:00.250Z', level: 'critical', source: 'build', attempt: 1 },
      ...{ message: sent.message, run_id: held.run_id, regression_test_id },
    });
    expect(data[0]).toMatchObject({ message: '', regression_test_id: null });
  });

  test('a repeat is harmless, one that overlaps adds only what is new', async () => {
    await append(0, 'one', 'two');
    expect(await append(0, 'one', 'two')).toEqual({ next_line: 2 });
    expect(await append(1, 'another two', 'three')).toEqual({ next_line: 3 });
    expect(await append(0, 'another one')).toEqual({ next_line: 3 });
    expect(await messagesOf()).toEqual(['one', 'two', 'three']);
  });

  test('ten equal batches at once are stored once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => append(0, 'one', 'two')));
    expect(new Set(answers.map(({ next_line }) => next_line))).toEqual(new Set([2]));
    expect(await messagesOf()).toEqual(['one', 'two']);
  });

  test('each attempt counts its lines from 0, and the log of the run goes on', async () => {
    await append(0, 'one', 'two');
    await complete(held.lease, 'failed');
    await world.admin.expect('restartRun', 202, { path: { run_id: held.run_id } });
    const lease = await claimRun(await enrolWorker(world), held.run_id);
    const body = { first_line: 0, lines: [lineOf('again')] };
    expect(await lease.client.expect('appendLogLines', 200, { path: lease.path, body })).toEqual({ next_line: 1 });
    expect(await messagesOf()).toEqual(['one', 'two', 'again']);
  });
});

test('422: a gap is refused with the line that must come next', async () => {
  await append(0, 'one', 'two');
  const { code, details } = await held.lease.client.expect('appendLogLines', 422, request(3, lineOf('four')));
  expect({ code, details }).toMatchObject({ code: 'unprocessable', details: { next_line: 2 } });
  expect(await messagesOf()).toEqual(['one', 'two']);
});

describe('409', () => {
  test('after the run was canceled or completed nothing is appended', async () => {
    await append(0, 'one');
    await world.admin.expect('cancelRun', 202, { path: { run_id: held.run_id } });
    const late = await held.lease.client.expect('appendLogLines', 409, request(1, lineOf('late')));
    expect(late.code).toBe('lease_lost');
    expect(await messagesOf()).toEqual(['one']);
    held = await holdRun(world, suite);
    await append(0, 'one');
    await complete(held.lease);
    await held.lease.client.expect('appendLogLines', 409, request(1, lineOf('late')));
    expect(await messagesOf()).toEqual(['one']);
  });
});

describe('400, 413 and 415', () => {
  const line = '{"at":"2026-11-22T10:00:00Z","level":"info","source":"worker","message":"m"}';

  test.each([
    ['{"first_line":-1,"lines":[LINE]}', 'body.first_line'],
    ['{"first_line":0,"lines":[]}', 'body.lines'],
    [`{"first_line":0,"lines":[LINE,${line.replace('info', 'loud')}]}`, 'body.lines[1].level'],
    [`{"first_line":0,"lines":[LINE,${line.replace('worker', 'me')}]}`, 'body.lines[1].source'],
    [`{"first_line":0,"lines":[${line.replace('"m"', `"${'m'.repeat(4001)}"`)}]}`, 'body.lines[0].message'],
    [`{"first_line":0,"lines":[LINE,${line.replace('10:00:00', 'noon')}]}`, 'body.lines[1].at'],
    // The grammar allows a leap second, the database does not hold one.
    [`{"first_line":0,"lines":[LINE,${line.replace('11-22T10:00:00', '12-31T23:59:60')}]}`, 'body.lines[1].at'],
  ])('%.60s is refused and nothing is stored', async (body, field) => {
    const raw = body.replace('LINE', line);
    const answer = await callLoosely(held.lease.client, 'appendLogLines', { path: { ...held.lease.path }, raw });
    expect(faultyFields(answer)).toEqual([field]);
    await world.admin.expect('listRunLogs', 404, { path: { run_id: held.run_id } });
  });

  test('a line about a test that the run did not plan is refused with the lines beside it', async () => {
    const [planned, other] = [suite, await makeSuite(world)].map(({ tests }) => tests[0]?.regression_test_id ?? 0);
    for (const unplanned of [other, 2_147_483_647]) {
      const lines = [planned, unplanned, undefined, unplanned].map((id, index) =>
        lineOf(`line ${index}`, id === undefined ? {} : { regression_test_id: id }),
      );
      expect(faultyFields(await held.lease.client.call('appendLogLines', request(0, ...lines)))).toEqual([
        'body.lines[1].regression_test_id',
        'body.lines[3].regression_test_id',
      ]);
    }
    await world.admin.expect('listRunLogs', 404, { path: { run_id: held.run_id } });
  });

  test('too large, and of another type', async () => {
    const path = { ...held.lease.path };
    failureOf(await callLoosely(held.lease.client, 'appendLogLines', { path, raw: ' '.repeat(4_194_305) }), 413);
    const headers = { 'Content-Type': 'text/plain' };
    failureOf(await callLoosely(held.lease.client, 'appendLogLines', { path, raw: '{}', headers }), 415);
  });
});

test('401: needs the token of this very lease', async () => {
  const other = await holdRun(world, suite);
  for (const client of [world.anonymous, world.admin, held.worker, other.lease.client])
    await client.expect('appendLogLines', 401, request(0, lineOf('foreign')));
  await world.admin.expect('listRunLogs', 404, { path: { run_id: held.run_id } });
});
