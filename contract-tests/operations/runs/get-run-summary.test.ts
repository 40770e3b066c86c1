import { beforeAll, describe, expect, test } from '@jest/globals';
import { approveRun, complete, holdRun, runOnce } from '../../harness/held-run.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 4);
});

const summaryOf = async (run_id: number) => world.admin.expect('getRunSummary', 200, { path: { run_id } });

describe('200', () => {
  test('a run that waits has every test without a result and no duration', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    expect(await summaryOf(run_id)).toEqual({
      ...{ run_id, status: 'queued', total_samples: 4, pass_count: 0, fail_count: 0, skipped_count: 4 },
      ...{ missing_output_count: 0, error_count: 0, duration_ms: null },
    });
  });

  test('counts add up to what was planned, skipped and unreported tests together', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const [passing, missing, skipped] = suite.tests;
    if (passing !== undefined) await reportResult(lease, passing, 'nothing approved yet');
    if (missing !== undefined) await reportResult(lease, missing, null, 3);
    const skip = { exit_code: null, skip_reason: 'too large for this machine', runtime_ms: 0, outputs: [] };
    const results = [{ regression_test_id: skipped?.regression_test_id ?? 0, ...skip }];
    await lease.client.expect('recordResults', 200, { path: lease.path, body: { results } });
    expect(await summaryOf(run_id)).toMatchObject({ status: 'running', skipped_count: 2 });
    await complete(lease);
    expect(await summaryOf(run_id)).toEqual({
      ...{ run_id, status: 'fail', total_samples: 4, pass_count: 0, fail_count: 1, skipped_count: 2 },
      // A missing baseline, a missing output and its wrong exit code.
      ...{ missing_output_count: 1, error_count: 3, duration_ms: 10 },
    });
  });

  test('follows an approval', async () => {
    const only = await makeSuite(world);
    const { run_id } = await runOnce(world, only, 'text');
    expect(await summaryOf(run_id)).toMatchObject({ status: 'fail', fail_count: 1, error_count: 1 });
    await approveRun(world, only, run_id);
    expect(await summaryOf(run_id)).toMatchObject({ status: 'pass', pass_count: 1, fail_count: 0, error_count: 0 });
  });
});

test('404: another domain’s run is like one that does not exist', async () => {
  const { run_id } = await queueRun(world, suite, 'windows');
  const stranger = (await openWorld()).admin;
  const summary = (id: number) => stranger.call('getRunSummary', { path: { run_id: id } });
  expectSameNotFound(await summary(run_id), await summary(2_147_483_647));
});

describeGuard(() => world, 'getRunSummary', { path: { run_id: 1 } }, { scope: 'runs:read' });
