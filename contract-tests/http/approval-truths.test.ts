import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { approveRun, outputPath, runOnce } from '../harness/held-run.ts';
import { makeSuite, queueRun, type Suite } from '../harness/suite.ts';
import { openWorld, sha256, type World } from '../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
});

beforeEach(async () => {
  suite = await makeSuite(world);
});

const approvalsOf = async (run_id: number) =>
  (await world.admin.expect('listBaselineApprovals', 200, { path: { run_id } })).data;
const statusOf = async (run_id: number) => (await world.admin.expect('getRun', 200, { path: { run_id } })).status;
const approvedContent = async () => {
  const path = { regression_test_id: suite.tests[0]?.regression_test_id ?? 0 };
  return (await world.admin.expect('getRegressionTest', 200, { path })).outputs[0];
};

test('2.1c: runs made before keep what they expected and their verdicts; runs made later expect it', async () => {
  const ended = await runOnce(world, suite, 'new');
  const waiting = await queueRun(world, suite, 'windows');
  const approved = await runOnce(world, suite, 'new');
  await approveRun(world, suite, approved.run_id);
  expect(await statusOf(ended.run_id)).toBe('fail');
  await world.admin.expect('getExpectedOutput', 404, { path: outputPath(suite, waiting.run_id) });
  expect(await approvalsOf(ended.run_id)).toEqual([]);
  expect(await approvedContent()).toMatchObject({ correct: sha256('new') });
  expect(await runOnce(world, suite, 'new')).toMatchObject({ status: 'pass' });
  expect(await runOnce(world, suite, 'old')).toMatchObject({ status: 'fail' });
});

test('a run whose approved output came with a wrong exit code stays failed', async () => {
  const { run_id } = await runOnce(world, suite, 'new', 1);
  await approveRun(world, suite, run_id);
  expect(await statusOf(run_id)).toBe('fail');
  const [row] = (await world.admin.expect('listRunSamples', 200, { path: { run_id } })).data;
  expect(row).toMatchObject({ status: 'fail', outputs: [{ status: 'pass' }] });
});

test('an empty output can be approved, and then a missing one does not pass for it', async () => {
  await approveRun(world, suite, (await runOnce(world, suite, '')).run_id);
  expect(await runOnce(world, suite, '')).toMatchObject({ status: 'pass' });
  expect(await runOnce(world, suite, null)).toMatchObject({ status: 'fail', missing_output_count: 1 });
});

test('an earlier content can be approved again', async () => {
  const one = await runOnce(world, suite, 'one');
  await approveRun(world, suite, one.run_id);
  await approveRun(world, suite, (await runOnce(world, suite, 'two')).run_id);
  await approveRun(world, suite, one.run_id);
  expect(await approvedContent()).toMatchObject({ correct: sha256('one') });
  expect(await approvalsOf(one.run_id)).toMatchObject([
    { outputs: [{ previous_sha256: sha256('two'), sha256: sha256('one') }] },
    { outputs: [{ previous_sha256: null, sha256: sha256('one') }] },
  ]);
});

test('a content approved for every platform also replaces one that was limited to the platform of the run', async () => {
  const one = await runOnce(world, suite, 'one');
  const outputs = suite.tests.map(({ regression_test_id, outputs: [output] }) => ({
    regression_test_id,
    output_id: output?.id ?? 0,
  }));
  const path = { run_id: one.run_id };
  await world.admin.expect('approveBaselines', 201, { path, body: { outputs, platform: 'linux' } });
  await approveRun(world, suite, (await runOnce(world, suite, 'two')).run_id);
  expect(await runOnce(world, suite, 'two')).toMatchObject({ status: 'pass' });
});
