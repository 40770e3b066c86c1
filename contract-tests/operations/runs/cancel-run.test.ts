import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { complete, holdRun, runOnce, type HeldRun } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { enrolWorker, makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

const cancel = async (run_id: number) => world.admin.expect('cancelRun', 202, { path: { run_id } });
const runOf = async (run_id: number) => world.admin.expect('getRun', 200, { path: { run_id } });
const historyOf = async (run_id: number) =>
  (await world.admin.expect('listRunProgress', 200, { path: { run_id } })).data;

describe('202', () => {
  test('ends a queued run at once, and no worker gets it', async () => {
    const { run_id } = await queueRun(world, suite);
    expect(await cancel(run_id)).toEqual({
      ...{ run_id, action: 'cancel', status: 'accepted', message: 'The run is canceled.' },
    });
    expect(await runOf(run_id)).toMatchObject({
      ...{ status: 'canceled', attempt: 0, started_at: null, completed_at: expect.any(String), queue_reason: null },
    });
    const body = { platforms: ['linux' as const], wait_ms: 0 };
    const claimed = await (await enrolWorker(world)).call('claimRun', { body });
    expect(claimed.status === 201 ? claimed.body.run_id : undefined).not.toBe(run_id);
  });

  test('keeps the reason in the history', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    await world.admin.expect('cancelRun', 202, { path: { run_id }, body: { reason: 'wrong commit' } });
    expect((await historyOf(run_id)).at(-1)).toMatchObject({
      status: 'canceled',
      message: expect.stringContaining('wrong commit'),
    });
  });

  test('a repeat is a no_op and adds nothing to the history', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    await cancel(run_id);
    const before = [await runOf(run_id), await historyOf(run_id)];
    expect(await cancel(run_id)).toMatchObject({ status: 'no_op', message: expect.stringContaining('canceled') });
    expect([await runOf(run_id), await historyOf(run_id)]).toEqual(before);
  });

  test('leaves an ended run as it is', async () => {
    const { run_id, status } = await runOnce(world, suite, 'text');
    expect(await cancel(run_id)).toMatchObject({ status: 'no_op', message: expect.stringContaining(status) });
    expect(await runOf(run_id)).toMatchObject({ status });
  });

  test('keeps the results that are there; the run is canceled, not failed', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    if (suite.tests[0] !== undefined) await reportResult(lease, suite.tests[0], 'text');
    await cancel(run_id);
    expect(await runOf(run_id)).toMatchObject({ status: 'canceled', reported_count: 1, fail_count: 1 });
  });
});

describe('the worker of a canceled run', () => {
  test('H7, 2.7c: is told by its next heartbeat, and none of its late writes re-opens or changes the run', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    await cancel(run_id);
    const before = [await runOf(run_id), await historyOf(run_id)];
    const { path, client } = lease;
    const heartbeat = await client.expect('createHeartbeat', 200, { path });
    expect(heartbeat).toMatchObject({ cancel_requested: true });
    const regression_test_id = suite.tests[0]?.regression_test_id ?? 0;
    const results = [{ regression_test_id, exit_code: 0, runtime_ms: 1, outputs: [] }];
    const line = { at: '2026-11-22T10:00:00Z', level: 'info', source: 'worker', message: 'late' } as const;
    const late = [
      await client.expect('recordResults', 409, { path, body: { results } }),
      await client.expect('appendLogLines', 409, { path, body: { first_line: 0, lines: [line] } }),
      await client.expect('putLeaseOutput', 409, { path: { ...path, sha256: sha256('late') }, raw: 'late' }),
      await client.expect('completeLease', 409, { path, body: { outcome: 'completed' } }),
      await client.expect('completeLease', 409, { path, body: { outcome: 'failed' } }),
    ];
    expect(new Set(late.map(({ code }) => code))).toEqual(new Set(['lease_lost']));
    expect([await runOf(run_id), await historyOf(run_id)]).toEqual(before);
    await world.admin.expect('listRunLogs', 404, { path: { run_id } });
  });

  test('H7: against its completion, twenty at once: exactly one terminal state and one terminal event each', async () => {
    const rounds = [];
    for (let round = 0; round < 20; round += 1) {
      const held = await holdRun(world, suite);
      if (suite.tests[0] !== undefined) await reportResult(held.lease, suite.tests[0], 'text');
      rounds.push(held);
    }
    const race = async ({ run_id, lease: { client, path } }: HeldRun, round: number) => {
      const canceling = async () => {
        // Each read first gives the completion a head start, so that either wins in some rounds.
        for (let reads = 0; reads < round % 4; reads += 1) await runOf(run_id);
        return world.admin.expect('cancelRun', 202, { path: { run_id } });
      };
      const completing = client.call('completeLease', { path, body: { outcome: 'completed' } });
      const [{ status: completion }, { status: cancellation }] = await Promise.all([completing, canceling()]);
      const terminal = (await historyOf(run_id)).filter(({ status }) => /completed|canceled|error/.test(status));
      const { status } = await runOf(run_id);
      return [status, completion, cancellation, ...terminal.map((event) => event.status)];
    };
    for (const told of await Promise.all(rounds.map(race)))
      expect(told).toEqual(
        told[0] === 'canceled' ? ['canceled', 409, 'accepted', 'canceled'] : ['fail', 200, 'no_op', 'completed'],
      );
  });
});

describe('400, 404 and 415', () => {
  test.each([
    ['{"reason":"why"}', 'body.reason'],
    ['{"because":"it is wrong"}', 'body.because'],
    [JSON.stringify({ reason: 'a'.repeat(256) }), 'body.reason'],
    ['[]', 'body'],
  ])('1.9.24: %.60s is refused and cancels nothing', async (raw, field) => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const answer = await callLoosely(world.admin, 'cancelRun', { path: { run_id }, raw });
    expect(faultyFields(answer)).toEqual([field]);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued' });
  });

  test('a body of another type', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const headers = { 'Content-Type': 'text/plain' };
    failureOf(await callLoosely(world.admin, 'cancelRun', { path: { run_id }, raw: 'stop it', headers }), 415);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued' });
  });

  test('another domain’s run is like one that does not exist, and goes on', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const stranger = (await openWorld()).admin;
    const foreign = (id: number) => stranger.call('cancelRun', { path: { run_id: id } });
    expectSameNotFound(await foreign(run_id), await foreign(2_147_483_647));
    expect(await runOf(run_id)).toMatchObject({ status: 'running' });
    await complete(lease);
  });
});

describeJsonBody(() => world, 'cancelRun', { path: { run_id: 1 } });

describeGuard(() => world, 'cancelRun', { path: { run_id: 1 } }, { scope: 'runs:write', refusedRoles: ['user'] });
