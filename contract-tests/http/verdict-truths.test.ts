import { beforeAll, describe, expect, test } from '@jest/globals';
import { approveRun, complete, holdRun, runOnce, runSuite, storeOutput } from '../harness/held-run.ts';
import { makeSuite, reportResult, type Suite } from '../harness/suite.ts';
import { openWorld, sha256, type World } from '../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const runOf = async (run_id: number) => world.admin.expect('getRun', 200, { path: { run_id } });
const samplesOf = async (run_id: number) =>
  (await world.admin.expect('listRunSamples', 200, { path: { run_id } })).data;

/** One test whose approved content is `right`. */
async function approvedSuite(): Promise<Suite> {
  const suite = await makeSuite(world);
  await approveRun(world, suite, (await runOnce(world, suite, 'right')).run_id);
  return suite;
}

describe('pass is a proof', () => {
  test('C1, 2.1b: one of twenty planned tests reported, and passing: incomplete, never pass', async () => {
    const suite = await makeSuite(world, 20);
    const first = await runSuite(world, suite, 'right');
    const approval = await approveRun(world, suite, first.run_id);
    expect(approval.status_after).toBe('pass');

    const { run_id, lease } = await holdRun(world, suite);
    if (suite.tests[0] !== undefined) await reportResult(lease, suite.tests[0], 'right');
    expect(await complete(lease)).toMatchObject({ status: 'incomplete' });
    expect(await runOf(run_id)).toMatchObject({ status: 'incomplete', planned_count: 20, pass_count: 1 });
    const { data } = await world.admin.expect('listRuns', 200, {
      query: { status: 'pass', repository: suite.repository },
    });
    expect(data.map((run) => run.run_id)).toEqual([first.run_id]);
  });

  test('a skipped test: incomplete', async () => {
    const suite = await approvedSuite();
    const { run_id, lease } = await holdRun(world, suite);
    const regression_test_id = suite.tests[0]?.regression_test_id ?? 0;
    const skip = { regression_test_id, exit_code: null, skip_reason: 'no memory', runtime_ms: 0, outputs: [] };
    await lease.client.expect('recordResults', 200, { path: lease.path, body: { results: [skip] } });
    await complete(lease);
    expect(await runOf(run_id)).toMatchObject({ status: 'incomplete', skipped_count: 1 });
  });

  test('C1: no result at all, though completed: error', async () => {
    const { run_id, lease } = await holdRun(world, await approvedSuite());
    expect(await complete(lease)).toEqual({ run_id, status: 'error' });
    expect(await runOf(run_id)).toMatchObject({ status: 'error', reported_count: 0 });
  });

  test('every test passed, but the worker could not end its work: error', async () => {
    const suite = await approvedSuite();
    const { run_id, lease } = await holdRun(world, suite);
    if (suite.tests[0] !== undefined) await reportResult(lease, suite.tests[0], 'right');
    await complete(lease, 'failed');
    expect(await runOf(run_id)).toMatchObject({ status: 'error', pass_count: 1 });
  });

  test('every planned test and output as approved: pass', async () => {
    expect(await runOnce(world, await approvedSuite(), 'right')).toMatchObject({ status: 'pass', pass_count: 1 });
  });
});

describe('a declared output', () => {
  test.each([0, 1, 255])(
    'C1: no output at all with exit code %d: missing_output, and the run fails',
    async (exitCode) => {
      const run = await runOnce(world, await approvedSuite(), null, exitCode);
      expect(run).toMatchObject({ status: 'fail', missing_output_count: 1, fail_count: 0 });
      expect(await samplesOf(run.run_id)).toMatchObject([
        {
          ...{ status: 'missing_output', exit_code: exitCode },
          outputs: [{ status: 'missing_output', class: 'missing_actual', actual_sha256: null }],
        },
      ]);
    },
  );

  test('C1: one of several outputs is missing: missing_output, and the run fails', async () => {
    const { tests: _none, ...empty } = await makeSuite(world, 0);
    const { sample, category } = empty;
    const outputs = ['out.srt', 'log.txt', 'info.txt'].map((expected_filename) => ({ expected_filename }));
    const body = { sample_id: sample.sample_id, command: '--three', categories: [category], active: true, outputs };
    const suite = { ...empty, tests: [await world.admin.expect('createRegressionTest', 201, { body })] };
    await approveRun(world, suite, (await runSuite(world, suite, 'right')).run_id);
    const { run_id, lease } = await holdRun(world, suite);
    const [{ regression_test_id, outputs: declared }] = suite.tests as [(typeof suite.tests)[0]];
    const reported = [];
    for (const { id } of declared.slice(0, 2)) reported.push(await storeOutput(lease, id, 'right'));
    const results = [{ regression_test_id, exit_code: 0, runtime_ms: 5, outputs: reported }];
    await lease.client.expect('recordResults', 200, { path: lease.path, body: { results } });
    expect(await complete(lease)).toMatchObject({ status: 'fail' });
    expect(await runOf(run_id)).toMatchObject({ status: 'fail', missing_output_count: 1, pass_count: 0 });
    const told = ['pass', 'pass', 'missing_output'].map((status) => ({ status }));
    expect(await samplesOf(run_id)).toMatchObject([{ status: 'missing_output', outputs: told }]);
  });

  test('that is missing when nothing was ever approved: missing_output', async () => {
    const run = await runOnce(world, await makeSuite(world), null);
    expect(run).toMatchObject({ status: 'fail', missing_output_count: 1 });
  });

  test('that is empty is not missing, and one of only a byte order mark is neither', async () => {
    const suite = await approvedSuite();
    for (const [content, outputClass] of [
      ['', 'empty'],
      ['\uFEFF', 'lines_changed'],
      ['\uFEFFright', 'byte_order_mark'],
    ] as const) {
      const { run_id } = await runOnce(world, suite, content);
      const outputs = [{ status: 'fail', class: outputClass, actual_sha256: sha256(content) }];
      expect(await samplesOf(run_id)).toMatchObject([{ status: 'fail', outputs }]);
    }
  });

  test('as approved with a wrong exit code: fail', async () => {
    const run = await runOnce(world, await approvedSuite(), 'right', 1);
    expect(run).toMatchObject({ status: 'fail', fail_count: 1 });
    expect(await samplesOf(run.run_id)).toMatchObject([{ status: 'fail', outputs: [{ status: 'pass' }] }]);
  });

  test('that differs, and one nothing was approved for: fail', async () => {
    const differing = await runOnce(world, await approvedSuite(), 'wrong');
    expect(await samplesOf(differing.run_id)).toMatchObject([{ status: 'fail', outputs: [{ status: 'fail' }] }]);
    const unknown = await runOnce(world, await makeSuite(world), 'new');
    const outputs = [{ status: 'missing_expected', class: 'missing_expected', expected_sha256: null }];
    expect(await samplesOf(unknown.run_id)).toMatchObject([{ status: 'fail', outputs }]);
  });

  test('2.1a, 2.1c: of an accepted variant: pass at output, test and run, and earlier runs keep their verdict', async () => {
    const suite = await approvedSuite();
    const seen = await runOnce(world, suite, 'also right');
    expect(seen.status).toBe('fail');
    const [accepting] = suite.tests;
    const path = {
      regression_test_id: accepting?.regression_test_id ?? 0,
      output_id: accepting?.outputs[0]?.id ?? 0,
    };
    await world.admin.expect('createVariant', 201, { path, body: { hash: sha256('also right') } });
    const run = await runOnce(world, suite, 'also right');
    expect(run).toMatchObject({ status: 'pass', pass_count: 1 });
    expect(await samplesOf(run.run_id)).toMatchObject([
      { status: 'pass', outputs: [{ status: 'pass', class: 'variant', expected_sha256: sha256('right') }] },
    ]);
    expect(await runOf(seen.run_id)).toMatchObject({ status: 'fail' });
  });

  test('marked to be ignored is shown and never decides', async () => {
    const { tests: _none, ...empty } = await makeSuite(world, 0);
    const { sample, category } = empty;
    const outputs = [{ expected_filename: 'log.txt', ignore: true }];
    const body = { sample_id: sample.sample_id, command: '--log', categories: [category], active: true, outputs };
    const ignoring = await world.admin.expect('createRegressionTest', 201, { body });
    const suite = { ...empty, tests: [ignoring] };
    const { run_id, status } = await runOnce(world, suite, null);
    expect(status).toBe('pass');
    const shown = [{ ignore: true, status: 'missing_output', class: 'missing_actual' }];
    expect(await samplesOf(run_id)).toMatchObject([{ status: 'pass', outputs: shown }]);
    expect(await world.admin.expect('getRunSummary', 200, { path: { run_id } })).toMatchObject({ error_count: 0 });
    expect(await world.admin.expect('listRunErrors', 200, { path: { run_id } })).toMatchObject({ data: [] });
  });
});
