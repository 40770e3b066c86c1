import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, complete, holdRun, runSuite } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult, uploadBuild, type Suite } from '../../harness/suite.ts';
import { newCommit, openWorld, sha256, type World } from '../../harness/world.ts';

type Body = NonNullable<CallInput<'approveBaselines'>['body']>;

let world: World;
let suite: Suite;
let run_id: number;

beforeAll(async () => {
  world = await openWorld();
});

beforeEach(async () => {
  suite = await makeSuite(world, 3);
  ({ run_id } = await runSuite(world, suite, 'new'));
});

const approve = async (more: Partial<Body> = {}) =>
  world.admin.expect('approveBaselines', 201, { path: { run_id }, body: { outputs: approvalItems(suite), ...more } });
const refused = async (status: 404 | 409 | 422, body: Body, id = run_id) => {
  const { details } = await world.admin.expect('approveBaselines', status, { path: { run_id: id }, body });
  for (const { regression_test_id } of suite.tests) {
    const path = { regression_test_id };
    const { outputs } = await world.admin.expect('getRegressionTest', 200, { path });
    expect(outputs).toMatchObject([{ correct: null }]);
  }
  expect(await world.admin.expect('listBaselineApprovals', 200, { path: { run_id: id } })).toMatchObject({ data: [] });
  return details;
};
const statusOf = async (id: number) => (await world.admin.expect('getRun', 200, { path: { run_id: id } })).status;

describe('201', () => {
  test('approves every output in one recorded act, and the run passes by it', async () => {
    const approval = await approve({ comment: 'Positions are intended' });
    expect(approval).toEqual({
      ...{ approval_id: expect.any(Number), run_id, requested_by: 'Ada', comment: 'Positions are intended' },
      ...{ platform: null, created_at: expect.any(String), status_before: 'fail', status_after: 'pass' },
      outputs: approvalItems(suite).map((item) => ({
        ...item,
        previous_sha256: null,
        sha256: sha256('new'),
        removed_variants: [],
      })),
    });
    expect(await statusOf(run_id)).toBe('pass');
    expect(await runSuite(world, suite, 'new')).toMatchObject({ status: 'pass', pass_count: 3 });
  });

  test('a part of the outputs leaves the others and the run failed', async () => {
    const { status_after, outputs } = await approve({ outputs: approvalItems(suite).slice(0, 2) });
    expect({ status_after, count: outputs.length }).toEqual({ status_after: 'fail', count: 2 });
    const run = await world.admin.expect('getRun', 200, { path: { run_id } });
    expect(run).toMatchObject({ status: 'fail', pass_count: 2, fail_count: 1 });
  });

  test('tells what each output expected before', async () => {
    await approve({ outputs: approvalItems(suite).slice(0, 1) });
    ({ run_id } = await runSuite(world, suite, 'newer'));
    const { outputs } = await approve();
    expect(outputs.map(({ previous_sha256 }) => previous_sha256)).toEqual([sha256('new'), null, null]);
  });

  test('a repeat finds the act that was recorded, whatever its order', async () => {
    const first = await approve({ comment: 'once' });
    expect(await approve({ comment: 'twice', outputs: approvalItems(suite).reverse() })).toEqual(first);
  });

  test('thirty at once make one record', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => approve()));
    expect(new Set(answers.map(({ approval_id }) => approval_id)).size).toBe(1);
    const { pagination } = await world.admin.expect('listBaselineApprovals', 200, { path: { run_id } });
    expect(pagination.total).toBe(1);
  });

  test('limited to a platform, other platforms go on expecting what they expected', async () => {
    expect(await approve({ platform: 'linux' })).toMatchObject({ platform: 'linux', status_after: 'pass' });
    expect(await runSuite(world, suite, 'new')).toMatchObject({ status: 'pass' });
    const body = { repository: suite.repository, commit_sha: newCommit(), platform: 'windows' as const };
    await uploadBuild(world, suite.repository, body.commit_sha, 'windows');
    const windows = await world.admin.expect('createRun', 202, { body });
    const [planned] = approvalItems(suite);
    const path = {
      ...{ run_id: windows.run_id, sample_id: suite.sample.sample_id },
      ...{ regression_id: planned?.regression_test_id ?? 0, output_id: planned?.output_id ?? 0 },
    };
    await world.admin.expect('getExpectedOutput', 404, { path });
  });
});

describe('all or none', () => {
  const [known, wrong] = [0, 1];

  test('one content that is not the one seen', async () => {
    const outputs = approvalItems(suite).map((item, index) => ({
      ...item,
      actual_sha256: sha256(index === wrong ? 'seen' : 'new'),
    }));
    const details = await refused(409, { outputs });
    expect(details).toMatchObject({ output_id: outputs[wrong]?.output_id, actual: sha256('new') });
  });

  test('one baseline that is not the one seen', async () => {
    const seen = approvalItems(suite).map((item, index) => ({
      ...item,
      baseline_sha256: index === wrong ? sha256('seen') : null,
    }));
    expect(await refused(409, { outputs: seen })).toMatchObject({
      ...{ output_id: seen[wrong]?.output_id, expected: sha256('seen') },
    });
    const unseen = approvalItems(suite).map((item) => ({ ...item, baseline_sha256: null }));
    await approve({ outputs: unseen });
    // A repeat replaces nothing, and so nothing unseen.
    await approve({ outputs: unseen });
    ({ run_id } = await runSuite(world, suite, 'newer'));
    const body = { outputs: unseen };
    const { details } = await world.admin.expect('approveBaselines', 409, { path: { run_id }, body });
    expect(details).toMatchObject({ actual: sha256('new') });
    await approve({ outputs: approvalItems(suite).map((item) => ({ ...item, baseline_sha256: sha256('new') })) });
  });

  test('one output that does not exist, or belongs to another test', async () => {
    const items = approvalItems(suite);
    await refused(404, { outputs: [...items, { regression_test_id: 1, output_id: 2_147_483_647 }] });
    const swapped = items.map(({ output_id }, index) => ({
      regression_test_id: items[(index + 1) % items.length]?.regression_test_id ?? 0,
      output_id,
    }));
    await refused(404, { outputs: [...items.slice(known, wrong), ...swapped.slice(wrong)] });
  });

  test('one output that was not produced', async () => {
    const { lease, ...held } = await holdRun(world, suite);
    for (const [index, planned] of suite.tests.entries())
      await reportResult(lease, planned, index === wrong ? null : 'new');
    await complete(lease);
    await refused(422, { outputs: approvalItems(suite) }, held.run_id);
    expect(await statusOf(held.run_id)).toBe('fail');
  });

  test('one output named twice', async () => {
    const [item] = approvalItems(suite);
    if (item === undefined) throw new Error('the suite has no output');
    await refused(422, { outputs: [item, { ...item, actual_sha256: sha256('new') }] });
  });

  test('another platform than the run’s', async () => {
    expect(await refused(422, { outputs: approvalItems(suite), platform: 'windows' })).toMatchObject({
      platform: 'linux',
    });
  });

  test('a run that has not completed', async () => {
    const queued = await queueRun(world, suite, 'windows');
    expect(await refused(409, { outputs: approvalItems(suite) }, queued.run_id)).toMatchObject({ status: 'queued' });
  });
});

describe('400 and 404', () => {
  test.each([
    ['{"outputs":[]}', 'body.outputs'],
    ['{"outputs":[{"regression_test_id":1,"output_id":0}]}', 'body.outputs[0].output_id'],
    ['{"outputs":[{"regression_test_id":1,"output_id":1}],"comment":""}', 'body.comment'],
    ['{"outputs":[{"regression_test_id":1,"output_id":1}],"platform":"amiga"}', 'body.platform'],
  ])('%s', async (raw, field) => {
    expect(faultyFields(await callLoosely(world.admin, 'approveBaselines', { path: { run_id }, raw }))).toEqual([
      field,
    ]);
  });

  test('another domain’s run is like one that does not exist', async () => {
    const stranger = (await openWorld()).admin;
    const body = { outputs: approvalItems(suite) };
    const approving = (id: number) => stranger.call('approveBaselines', { path: { run_id: id }, body });
    expectSameNotFound(await approving(run_id), await approving(2_147_483_647));
    expect(await statusOf(run_id)).toBe('fail');
  });
});

describeJsonBody(() => world, 'approveBaselines', { path: { run_id: 1 } });

describeGuard(() => world, 'approveBaselines', { path: { run_id: 1 }, raw: '{}' }, { scope: 'baselines:write' });
