import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, complete, holdRun, outputPath, runOnce } from '../../harness/held-run.ts';
import { openJudgedSite } from '../../harness/preflights.ts';
import { expectSameNotFound } from '../../harness/refusals.ts';
import { claimRun, enrolWorker, makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

const restart = async (run_id: number) => world.admin.expect('restartRun', 202, { path: { run_id } });
const runOf = async (run_id: number) => world.admin.expect('getRun', 200, { path: { run_id } });
const historyOf = async (run_id: number) =>
  (await world.admin.expect('listRunProgress', 200, { path: { run_id } })).data;

describe('202', () => {
  test('queues an ended run again with nothing reported, its history kept', async () => {
    const ended = await runOnce(world, suite, 'text');
    const { run_id } = ended;
    const before = await historyOf(run_id);
    expect(await restart(run_id)).toEqual({
      ...{ run_id, action: 'restart', status: 'accepted', message: 'The run is queued again.' },
    });
    expect(await runOf(run_id)).toMatchObject({
      ...{ status: 'queued', started_at: null, completed_at: null, planned_count: ended.planned_count, attempt: 1 },
      ...{ reported_count: 0, pass_count: 0, fail_count: 0, missing_output_count: 0, skipped_count: 0 },
    });
    const summary = await world.admin.expect('getRunSummary', 200, { path: { run_id } });
    expect(summary).toMatchObject({ status: 'queued', error_count: 0, duration_ms: null });
    const history = await historyOf(run_id);
    expect(history.slice(0, -1)).toEqual(before);
    expect(history.at(-1)).toMatchObject({ status: 'queued' });
    const { data } = await world.admin.expect('listRunSamples', 200, { path: { run_id } });
    expect(data.map(({ status, outputs }) => [status, outputs])).toEqual([['not_started', []]]);
    await world.admin.expect('getActualOutput', 404, { path: outputPath(suite, run_id) });
  });

  test('keeps the preflight that the run required, and does not ask for it again', async () => {
    await using site = await openJudgedSite(world);
    const preflight_job_id = await site.end('/pass');
    const { run_id } = await queueRun(world, suite, 'windows', { preflight_job_id });
    const end = () => world.admin.expect('cancelRun', 202, { path: { run_id } });
    await end();
    await restart(run_id);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued', preflight_job_id });
    await end();
    await world.admin.expect('deleteSite', 200, { path: { site_id: site.site_id } });
    await restart(run_id);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued', preflight_job_id: null });
  });

  test('runs again to a verdict of its own, and its log goes on', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const line = { at: '2026-11-22T10:00:00Z', level: 'info', source: 'worker', message: 'first' } as const;
    await lease.client.expect('appendLogLines', 200, { path: lease.path, body: { first_line: 0, lines: [line] } });
    await complete(lease);
    expect(await runOf(run_id)).toMatchObject({ status: 'error' });
    await restart(run_id);
    const second = await claimRun(await enrolWorker(world), run_id);
    expect(second.claim).toMatchObject({ attempt: 2 });
    expect(second.claim.plan.tests).toHaveLength(suite.tests.length);
    const body = { first_line: 0, lines: [{ ...line, message: 'second' }] };
    await second.client.expect('appendLogLines', 200, { path: second.path, body });
    if (suite.tests[0] !== undefined) await reportResult(second, suite.tests[0], 'text');
    await complete(second);
    expect(await runOf(run_id)).toMatchObject({ status: 'fail', attempt: 2, reported_count: 1 });
    const { data } = await world.admin.expect('listRunLogs', 200, { path: { run_id } });
    expect(data.map(({ line: number, attempt, message }) => [number, attempt, message])).toEqual([
      [0, 1, 'first'],
      [1, 2, 'second'],
    ]);
  });

  test('keeps the manifest, whatever was approved meanwhile', async () => {
    const earlier = await runOnce(world, suite, 'old');
    const later = await runOnce(world, suite, 'new');
    await approveRun(world, suite, later.run_id);
    await restart(earlier.run_id);
    const lease = await claimRun(await enrolWorker(world), earlier.run_id);
    if (suite.tests[0] !== undefined) await reportResult(lease, suite.tests[0], 'new');
    await complete(lease);
    expect(await runOf(earlier.run_id)).toMatchObject({ status: 'fail' });
  });

  test('re-opens a canceled run', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    expect(await restart(run_id)).toMatchObject({ status: 'accepted' });
    expect(await runOf(run_id)).toMatchObject({ status: 'queued', completed_at: null });
  });

  test('leaves a queued and a running run as they are', async () => {
    const { run_id: queued } = await queueRun(world, suite, 'windows');
    const { run_id: running, lease } = await holdRun(world, suite);
    for (const [run_id, status] of [
      [queued, 'queued'],
      [running, 'running'],
    ] as const) {
      const before = [await runOf(run_id), await historyOf(run_id)];
      expect(await restart(run_id)).toMatchObject({ status: 'no_op', message: expect.stringContaining(status) });
      expect([await runOf(run_id), await historyOf(run_id)]).toEqual(before);
    }
    await complete(lease);
  });

  test('ten at once restart it once', async () => {
    const { run_id } = await runOnce(world, suite, 'text');
    const answers = await Promise.all(Array.from({ length: 10 }, () => restart(run_id)));
    expect(answers.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    expect((await historyOf(run_id)).filter(({ status }) => status === 'queued')).toHaveLength(2);
  });
});

test('2.7d: a worker of the attempt before is refused and changes nothing', async () => {
  const { run_id, lease } = await holdRun(world, suite);
  await complete(lease);
  await restart(run_id);
  const { path, client } = lease;
  const results = [
    { regression_test_id: suite.tests[0]?.regression_test_id ?? 0, exit_code: 0, runtime_ms: 1, outputs: [] },
  ];
  await client.expect('recordResults', 409, { path, body: { results } });
  await client.expect('completeLease', 409, { path, body: { outcome: 'completed' } });
  await client.expect('createHeartbeat', 409, { path });
  expect(await runOf(run_id)).toMatchObject({ status: 'queued', reported_count: 0 });
  await world.admin.expect('cancelRun', 202, { path: { run_id } });
});

test('404: another domain’s run is like one that does not exist, and stays ended', async () => {
  const { run_id, status } = await runOnce(world, suite, 'text');
  const stranger = (await openWorld()).admin;
  const foreign = (id: number) => stranger.call('restartRun', { path: { run_id: id } });
  expectSameNotFound(await foreign(run_id), await foreign(2_147_483_647));
  expect(await runOf(run_id)).toMatchObject({ status });
});

describeGuard(() => world, 'restartRun', { path: { run_id: 1 } }, { scope: 'runs:write', refusedRoles: ['user'] });
