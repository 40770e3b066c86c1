import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, complete, holdRun, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let regression_test_id: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  regression_test_id = suite.tests[0]?.regression_test_id ?? 0;
});

const sampleOf = async (run_id: number) =>
  world.admin.expect('getRunSample', 200, { path: { run_id, regression_test_id } });

describe('200', () => {
  test('before its result a test is not started and has no outputs', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    expect(await sampleOf(run_id)).toEqual({
      ...{ regression_test_id, sample_id: suite.sample.sample_id, sample_name: 'sample.m2ts' },
      ...{ categories: [suite.category], command: '--number 1', status: 'not_started', expected_rc: 0 },
      ...{ runtime_ms: null, exit_code: null, timed_out: false, skip_reason: null, attempt: null, outputs: [] },
    });
  });

  test('shows what was reported and how each output was judged', async () => {
    await approveRun(world, suite, (await runOnce(world, suite, 'one\n')).run_id);
    const { run_id } = await runOnce(world, suite, 'one\ntwo\n', 3);
    expect(await sampleOf(run_id)).toMatchObject({
      ...{ status: 'fail', exit_code: 3, runtime_ms: 5, attempt: 1, timed_out: false, skip_reason: null },
      outputs: [
        {
          ...{ output_id: suite.tests[0]?.outputs[0]?.id, filename: 'out.srt', ignore: false },
          ...{ status: 'fail', class: 'lines_added' },
          ...{ expected_sha256: sha256('one\n'), actual_sha256: sha256('one\ntwo\n') },
        },
      ],
    });
  });

  test('shows a timeout and why a test was skipped', async () => {
    const timedOut = await holdRun(world, suite);
    const late = { regression_test_id, exit_code: -1, runtime_ms: 60_000, outputs: [], timed_out: true };
    await timedOut.lease.client.expect('recordResults', 200, {
      path: timedOut.lease.path,
      body: { results: [late] },
    });
    await complete(timedOut.lease);
    expect(await sampleOf(timedOut.run_id)).toMatchObject({ status: 'missing_output', timed_out: true, exit_code: -1 });

    const skipping = await holdRun(world, suite);
    const skip = { regression_test_id, exit_code: null, runtime_ms: 0, outputs: [], skip_reason: 'no memory' };
    await skipping.lease.client.expect('recordResults', 200, {
      path: skipping.lease.path,
      body: { results: [skip] },
    });
    await complete(skipping.lease);
    expect(await sampleOf(skipping.run_id)).toMatchObject({
      ...{ status: 'skipped', skip_reason: 'no memory', exit_code: null, outputs: [] },
    });
  });

  test('keeps the command and the exit code that were planned', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const body = { command: '--changed', expected_rc: 7 };
    await world.admin.expect('updateRegressionTest', 200, { path: { regression_test_id }, body });
    expect(await sampleOf(run_id)).toMatchObject({ command: '--number 1', expected_rc: 0 });
    const later = await queueRun(world, suite, 'windows');
    expect(await sampleOf(later.run_id)).toMatchObject(body);
  });
});

describe('404', () => {
  test('another domain’s run is like one that does not exist', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const stranger = (await openWorld()).admin;
    const sample = (id: number) => stranger.call('getRunSample', { path: { run_id: id, regression_test_id } });
    expectSameNotFound(await sample(run_id), await sample(2_147_483_647));
  });

  test('a test that the run did not plan', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const later = (await makeSuite(world)).tests[0]?.regression_test_id ?? 0;
    await world.admin.expect('getRunSample', 404, { path: { run_id, regression_test_id: later } });
  });
});

test.each(['0', 'first', '2147483648'])('400: %s is no id', async (id) => {
  const path = { run_id: 1, regression_test_id: id };
  expect(faultyFields(await callLoosely(world.admin, 'getRunSample', { path }))).toEqual(['path.regression_test_id']);
});

describeGuard(() => world, 'getRunSample', { path: { run_id: 1, regression_test_id: 1 } }, { scope: 'runs:read' });
