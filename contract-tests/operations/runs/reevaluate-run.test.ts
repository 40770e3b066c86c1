import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, runOnce, runSuite } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  suite = await makeSuite(world);
});

const reevaluate = (run_id: number) => world.admin.expect('reevaluateRun', 200, { path: { run_id } });
const outputOf = async (run_id: number) =>
  (await world.admin.expect('listRunSamples', 200, { path: { run_id } })).data[0]?.outputs[0];
const eventsOf = async (run_id: number) =>
  (await world.admin.expect('listRunProgress', 200, { path: { run_id } })).data.map(({ message }) => message);
const outputPath = () => ({
  regression_test_id: suite.tests[0]?.regression_test_id ?? 0,
  output_id: suite.tests[0]?.outputs[0]?.id ?? 0,
});

describe('200', () => {
  test('what is accepted now decides, and that is recorded once, however many ask', async () => {
    await approveRun(world, suite, (await runOnce(world, suite, 'one\n')).run_id);
    const { run_id } = await runOnce(world, suite, 'one \n');
    const before = await eventsOf(run_id);
    const body = { hash: sha256('one \n') };
    await world.admin.expect('createVariant', 201, { path: outputPath(), body });
    expect(await outputOf(run_id)).toMatchObject({ status: 'fail', class: 'trailing_space' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => reevaluate(run_id)));
    expect(answers.filter((answer) => answer.changed_output_count > 0)).toEqual([
      { run_id, status_before: 'fail', status_after: 'pass', changed_output_count: 1 },
    ]);
    expect(answers).toContainEqual({ run_id, status_before: 'pass', status_after: 'pass', changed_output_count: 0 });
    expect(await outputOf(run_id)).toMatchObject({ status: 'pass', class: 'variant' });
    expect((await eventsOf(run_id)).slice(before.length)).toEqual([
      expect.stringMatching(
        /^Re-evaluated by account \d+ with other contents accepted for 1 outputs: fail is now pass$/,
      ),
    ]);
  });

  test('a pass of what is accepted no more is one no more, and tells how it differs', async () => {
    const { run_id } = await runOnce(world, suite, 'one\n');
    await approveRun(world, suite, run_id);
    await approveRun(world, suite, (await runOnce(world, suite, 'one \n')).run_id);
    expect(await reevaluate(run_id)).toMatchObject({ status_before: 'pass', status_after: 'fail' });
    expect(await outputOf(run_id)).toMatchObject({
      ...{ status: 'fail', class: 'trailing_space', expected_sha256: sha256('one \n') },
    });
  });

  test('only what is accepted changes: the plan stays, and what was not produced stays missing', async () => {
    const missing = await runOnce(world, suite, null);
    const canceled = await queueRun(world, suite, 'windows');
    await world.admin.expect('cancelRun', 202, { path: { run_id: canceled.run_id } });
    await approveRun(world, suite, (await runSuite(world, suite, 'new')).run_id);
    await world.admin.expect('createExpectedOutput', 201, {
      path: { regression_test_id: outputPath().regression_test_id },
      body: { expected_filename: 'out.txt', correct_extension: '.txt', ignore: false },
    });
    expect(await reevaluate(missing.run_id)).toMatchObject({ status_after: 'fail', changed_output_count: 1 });
    const { data } = await world.admin.expect('listRunSamples', 200, { path: { run_id: missing.run_id } });
    expect(data).toMatchObject([{ status: 'missing_output', outputs: [{ class: 'missing_actual' }] }]);
    expect(data[0]?.outputs).toHaveLength(1);
    expect(await reevaluate(canceled.run_id)).toMatchObject({ status_after: 'canceled', changed_output_count: 1 });
  });
});

test('409: a run that has not ended is judged as it goes', async () => {
  const { run_id } = await queueRun(world, suite, 'windows');
  const { details } = await world.admin.expect('reevaluateRun', 409, { path: { run_id } });
  expect(details).toMatchObject({ status: 'queued' });
});

test('404: a run of another domain answers like one that does not exist', async () => {
  const { run_id } = await queueRun(world, suite, 'windows');
  const missing = { path: { run_id: missingId } };
  await expectForeignHidden((await openWorld()).admin, 'reevaluateRun', { path: { run_id } }, missing);
});

test('400: names what is no id', async () => {
  expect(faultyFields(await callLoosely(world.admin, 'reevaluateRun', { path: { run_id: '0' } }))).toEqual([
    'path.run_id',
  ]);
});

describeGuard(() => world, 'reevaluateRun', { path: { run_id: 1 } }, { scope: 'baselines:write' });
