import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { makeFailedRun, type FailedRun } from '../../harness/failed-run.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, complete, holdRun, runOnce, runSuite } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Explanation = components['schemas']['RunExplanation'];

let world: World;
let failed: FailedRun;
let ids: number[];

beforeAll(async () => {
  world = await openWorld();
  failed = await makeFailedRun(world);
  ids = failed.tests.map(({ regression_test_id }) => regression_test_id);
});

const explain = (run_id: number, max_bytes?: number): Promise<Explanation> =>
  world.admin.expect('getRunExplanation', 200, {
    path: { run_id },
    query: max_bytes === undefined ? {} : { max_bytes },
  });
const stepsOf = ({ next }: Explanation) => next.map(({ operation_id }) => operation_id);

async function statusesAt(paths: readonly string[]): Promise<number[]> {
  const headers = { Authorization: `Bearer ${world.admin.token}` };
  return Promise.all(paths.map(async (path) => (await fetch(world.url + path, { headers })).status));
}

describe('a run with failures', () => {
  test('tells each kind once: failures first, then tests without a verdict', async () => {
    const { headline, counts, failures, omitted } = await explain(failed.run_id);
    expect(headline).toBe('The run is complete: 1 of 8 tests passed. The others are of 7 kinds.');
    expect(counts).toEqual({
      ...{ planned_count: 8, pass_count: 1, fail_count: 4, missing_output_count: 1 },
      ...{ skipped_count: 1, unreported_count: 1 },
    });
    expect(failures.map((failure) => [failure.regression_test_id, failure.headline])).toEqual([
      [ids[1], '1 output different (first: lines_added).'],
      [ids[2], 'Exit code 3 instead of 0. 1 output missing.'],
      [ids[3], 'Stopped at its limit of 60000 ms.'],
      [ids[4], 'Exit code 1 instead of 0.'],
      [ids[7], '1 output without approved content.'],
      [ids[5], 'The worker skipped the test.'],
      [ids[6], 'The test has no result.'],
    ]);
    const [different] = failures;
    const [output] = different?.outputs ?? [];
    expect(output?.difference?.first_hunk.lines.at(-1)).toMatchObject({ kind: 'added', text: 'three' });
    expect(omitted).toEqual([]);
  });

  test('leads to the explanation of each, and to what may be done', async () => {
    const told = await explain(failed.run_id);
    const reads = told.next.filter(({ method }) => method === 'GET').map(({ path }) => path);
    const paths = [...told.failures.map((failure) => failure.explain), ...reads];
    expect(await statusesAt(paths)).toEqual(paths.map(() => 200));
    expect(stepsOf(told)).toEqual([
      ...[
        'getResultExplanation',
        'listRunErrors',
        'listRunComparisons',
        'listRunOutputs',
        'approveBaselines',
        'restartRun',
      ],
    ]);
  });

  test('counts results that fail alike, the largest kind first', async () => {
    const suite = await makeSuite(world, 3);
    await approveRun(world, suite, (await runSuite(world, suite, 'right\n')).run_id);
    const { run_id } = await runSuite(world, suite, 'wrong\n');
    const tests = suite.tests.map(({ regression_test_id }) => regression_test_id);
    expect((await explain(run_id)).failures).toMatchObject([{ result_count: 3, regression_test_ids: tests }]);
  });
});

test('results that exit otherwise are not alike', async () => {
  const suite = await makeSuite(world, 2);
  await approveRun(world, suite, (await runSuite(world, suite, 'right\n')).run_id);
  const { run_id, lease } = await holdRun(world, suite);
  for (const [index, made] of suite.tests.entries()) await reportResult(lease, made, 'right\n', index + 1);
  await complete(lease);
  const { failures } = await explain(run_id);
  expect(failures.map(({ headline }) => headline)).toEqual(['Exit code 1 instead of 0.', 'Exit code 2 instead of 0.']);
});

describe('never more bytes than asked for', () => {
  test.each([1024, 1500, 2048, 3000, 4096, 65_536])('%i', async (max_bytes) => {
    const path = { run_id: failed.run_id };
    const { text } = await world.admin.call('getRunExplanation', { path, query: { max_bytes } });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(max_bytes);
    const { failures, omitted } = JSON.parse(text) as Explanation;
    const left = omitted.find(({ what }) => what === 'results')?.count ?? 0;
    expect(failures.length + left).toBe(7);
  });

  test('what was left out is at the address that is told', async () => {
    const { omitted } = await explain(failed.run_id, 1024);
    expect(omitted.map(({ what }) => what)).toEqual(['details', 'difference_lines', 'results']);
    expect(await statusesAt(omitted.map(({ path }) => path))).toEqual([200, 200, 200]);
  });
});

describe('what else a run can be', () => {
  test('passed', async () => {
    const suite = await makeSuite(world);
    const { run_id } = await runOnce(world, suite, 'right');
    await approveRun(world, suite, run_id);
    const told = await explain(run_id);
    expect([told.status, told.headline]).toEqual(['pass', 'The run is complete: 1 of 1 tests passed.']);
    expect([told.failures, told.next, told.omitted]).toEqual([[], [], []]);
  });

  test('queued, then canceled', async () => {
    const { run_id } = await queueRun(world, await makeSuite(world), 'windows');
    const waiting = await explain(run_id);
    expect(waiting.headline).toMatch(/^The run is queued: 0 of \d+ tests reported\.$/);
    expect(stepsOf(waiting)).toEqual(['getResultExplanation', 'getRun']);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    const canceled = await explain(run_id);
    expect(canceled.headline).toMatch(/^The run was canceled: /);
    expect(canceled.run?.last_event).toMatch(/^Canceled by account /);
  });

  test('ended by infrastructure', async () => {
    const { run_id, lease } = await holdRun(world, await makeSuite(world));
    await complete(lease, 'failed');
    const told = await explain(run_id);
    expect([told.status, told.headline]).toEqual([
      ...['error', 'The run was ended by infrastructure: 0 of 1 tests passed. The others are of 1 kind.'],
    ]);
    expect(stepsOf(told)).toEqual(['getResultExplanation', 'listInfrastructureErrors', 'restartRun']);
  });
});

test('404: a run of another domain answers like one that does not exist', async () => {
  const missing = { path: { run_id: missingId } };
  const foreign = { path: { run_id: failed.run_id } };
  await expectForeignHidden((await openWorld()).admin, 'getRunExplanation', foreign, missing);
});

test.each([
  ['query.max_bytes', { query: { max_bytes: '1023' } }],
  ['path.run_id', { path: { run_id: '0' } }],
])('400: names %s', async (field, wrong) => {
  const input = { path: { run_id: 1 }, ...wrong };
  expect(faultyFields(await callLoosely(world.admin, 'getRunExplanation', input))).toEqual([field]);
});

describeGuard(() => world, 'getRunExplanation', { path: { run_id: 1 } }, { scope: 'results:read' });
