import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { complete, holdRun, outputPath, runOnce } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, password, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
});

beforeEach(async () => {
  suite = await makeSuite(world);
});

/** The approval of what the suite's only test produced in a run. */
function approvalFrom(
  run_id: number,
  more: { actual_sha256?: string; baseline_sha256?: string | null; remove_variants?: boolean } = {},
) {
  const { sample_id, regression_id, output_id } = outputPath(suite, run_id);
  return { path: { run_id, sample_id }, body: { regression_id, output_id, ...more } };
}

const approve = async (run_id: number, more = {}) =>
  world.admin.expect('approveBaseline', 200, approvalFrom(run_id, more));
const approvalsOf = async (run_id: number) => world.admin.expect('listBaselineApprovals', 200, { path: { run_id } });
const statusOf = async (run_id: number) => (await world.admin.expect('getRun', 200, { path: { run_id } })).status;
const approvedContent = async () => {
  const path = { regression_test_id: suite.tests[0]?.regression_test_id ?? 0 };
  return (await world.admin.expect('getRegressionTest', 200, { path })).outputs[0];
};

describe('200', () => {
  test('2.1d: judges the run again, records it, and tells what was approved by whom', async () => {
    const { run_id, status } = await runOnce(world, suite, 'new');
    expect(status).toBe('fail');
    const { path, body } = approvalFrom(run_id, { actual_sha256: sha256('new') });
    const approval = await world.admin.expect('approveBaseline', 200, { path, body });
    expect(approval).toEqual({
      ...{ status: 'approved', ...path, regression_id: body.regression_id, output_id: body.output_id },
      ...{ approval_id: expect.any(Number), requested_by: 'Ada', created_at: expect.any(String) },
    });
    expect(await statusOf(run_id)).toBe('pass');
    const [row] = (await world.admin.expect('listRunSamples', 200, { path: { run_id } })).data;
    expect(row).toMatchObject({ status: 'pass', outputs: [{ status: 'pass', class: 'identical' }] });
    const { data } = await world.admin.expect('listRunProgress', 200, { path: { run_id } });
    expect(data.at(-1)).toMatchObject({ status: 'completed', message: expect.stringContaining('fail is now pass') });
    expect((await approvalsOf(run_id)).data).toMatchObject([
      { status_before: 'fail', status_after: 'pass', outputs: [{ previous_sha256: null, sha256: sha256('new') }] },
    ]);
  });

  test('2.6: a repeat answers the same and records nothing more', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const first = await approve(run_id);
    expect(await approve(run_id)).toEqual(first);
    expect((await approvalsOf(run_id)).pagination.total).toBe(1);
  });

  test('thirty at once make one record', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const answers = await Promise.all(Array.from({ length: 30 }, () => approve(run_id)));
    expect(new Set(answers.map(({ created_at }) => created_at)).size).toBe(1);
    expect((await approvalsOf(run_id)).pagination.total).toBe(1);
    const path = { run_id };
    const { data } = await world.admin.expect('listRunProgress', 200, { path, query: { status: 'completed' } });
    expect(data).toHaveLength(2);
  });

  test('keeps the variants, and removes them when told', async () => {
    await approve((await runOnce(world, suite, 'one')).run_id);
    const { run_id } = await runOnce(world, suite, 'two');
    const { regression_id, output_id } = outputPath(suite, run_id);
    const path = { regression_test_id: regression_id, output_id };
    await world.admin.expect('createVariant', 201, { path, body: { hash: sha256('one') } });
    await approve(run_id);
    expect(await approvedContent()).toMatchObject({ variants: [{ hash: sha256('one') }] });
    await approve(run_id, { remove_variants: true });
    expect(await approvedContent()).toMatchObject({ correct: sha256('two'), variants: [] });
  });

  test('records which variants it removed, also where nothing else changes', async () => {
    await approve((await runOnce(world, suite, 'one')).run_id);
    const { run_id } = await runOnce(world, suite, 'two');
    const { regression_id, output_id } = outputPath(suite, run_id);
    const path = { regression_test_id: regression_id, output_id };
    for (const platform of ['linux', 'windows'] as const)
      await world.admin.expect('createVariant', 201, { path, body: { hash: sha256('one'), platform } });
    await world.admin.expect('createVariant', 201, { path, body: { hash: sha256('one') } });
    await approve(run_id);
    for (const _repeat of [1, 2]) await approve(run_id, { remove_variants: true });
    const removed_variants = [
      { platform: 'linux', sha256: sha256('one') },
      { platform: 'windows', sha256: sha256('one') },
      { platform: null, sha256: sha256('one') },
    ];
    expect((await approvalsOf(run_id)).data).toMatchObject([
      { outputs: [{ previous_sha256: sha256('two'), sha256: sha256('two'), removed_variants }] },
      { outputs: [{ previous_sha256: sha256('one'), sha256: sha256('two'), removed_variants: [] }] },
    ]);
  });
});

describe('409 and 422 approve nothing', () => {
  const unapproved = async () => {
    expect(await approvedContent()).toMatchObject({ correct: null });
  };

  test('another content than the one seen', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const input = approvalFrom(run_id, { actual_sha256: sha256('seen') });
    const { code, details } = await world.admin.expect('approveBaseline', 409, input);
    expect({ code, details }).toMatchObject({
      ...{ code: 'conflict', details: { expected: sha256('seen'), actual: sha256('new') } },
    });
    await unapproved();
    expect(await statusOf(run_id)).toBe('fail');
  });

  test('another baseline than the one seen', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const input = approvalFrom(run_id, { baseline_sha256: sha256('seen') });
    const { details } = await world.admin.expect('approveBaseline', 409, input);
    expect(details).toMatchObject({ expected: sha256('seen') });
    await unapproved();
    await world.admin.expect('approveBaseline', 200, approvalFrom(run_id, { baseline_sha256: null }));
    const later = await runOnce(world, suite, 'newer');
    const seen = approvalFrom(later.run_id, { baseline_sha256: sha256('new') });
    await world.admin.expect('approveBaseline', 200, seen);
  });

  test('a run that is queued, running, canceled or was given up', async () => {
    const { run_id: queued } = await queueRun(world, suite, 'windows');
    await world.admin.expect('approveBaseline', 409, approvalFrom(queued));
    await world.admin.expect('cancelRun', 202, { path: { run_id: queued } });
    await world.admin.expect('approveBaseline', 409, approvalFrom(queued));
    const { run_id, lease } = await holdRun(world, suite);
    if (suite.tests[0] !== undefined) await reportResult(lease, suite.tests[0], 'new');
    await world.admin.expect('approveBaseline', 409, approvalFrom(run_id));
    await complete(lease, 'failed');
    await world.admin.expect('approveBaseline', 409, approvalFrom(run_id));
    await unapproved();
  });

  test('an output that was not produced', async () => {
    const { run_id } = await runOnce(world, suite, null);
    await world.admin.expect('approveBaseline', 422, approvalFrom(run_id));
    await unapproved();
  });
});

describe('404', () => {
  test('another domain’s run is like one that does not exist, and stays as it is', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const stranger = (await openWorld()).admin;
    const foreign = await stranger.call('approveBaseline', approvalFrom(run_id));
    expectSameNotFound(foreign, await stranger.call('approveBaseline', approvalFrom(2_147_483_647)));
    expect(await statusOf(run_id)).toBe('fail');
  });

  test('a sample, a test or an output that is not of the run', async () => {
    const { path, body } = approvalFrom((await runOnce(world, suite, 'new')).run_id);
    const other = 2_147_483_647;
    await world.admin.expect('approveBaseline', 404, { path: { ...path, sample_id: other }, body });
    await world.admin.expect('approveBaseline', 404, { path, body: { ...body, regression_id: other } });
    await world.admin.expect('approveBaseline', 404, { path, body: { ...body, output_id: other } });
  });
});

describe('400', () => {
  test.each([
    ['{}', ['body.regression_id', 'body.output_id']],
    ['{"regression_id":1,"output_id":1,"actual_sha256":"ABC"}', ['body.actual_sha256']],
    ['{"regression_id":1,"output_id":1,"sha256":"x"}', ['body.sha256']],
  ])('%s', async (raw, fields) => {
    const answer = await callLoosely(world.admin, 'approveBaseline', { path: { run_id: 1, sample_id: 1 }, raw });
    expect(faultyFields(answer).sort()).toEqual([...fields].sort());
  });
});

test.each(['contributor', 'tester', 'user'] as const)(
  '403: a token of a %s cannot hold baselines:write',
  async (role) => {
    const { email } = await world.member(role);
    const body = { email, password, token_name: 'approver', scopes: ['baselines:write' as const] };
    const { details } = await world.anonymous.expect('createToken', 403, { body });
    expect(details).toMatchObject({ missing_scopes: ['baselines:write'] });
  },
);

describeJsonBody(() => world, 'approveBaseline', { path: { run_id: 1, sample_id: 1 } });

const input = { path: { run_id: 1, sample_id: 1 }, raw: '{"regression_id":1,"output_id":1}' };
describeGuard(() => world, 'approveBaseline', input, { scope: 'baselines:write' });
