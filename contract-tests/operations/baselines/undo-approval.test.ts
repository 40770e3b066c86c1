import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, complete, outputPath, runOnce } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { claimRun, enrolWorker, makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  suite = await makeSuite(world);
});

type Approving = NonNullable<CallInput<'approveBaselines'>['body']>;

const testPath = () => ({ regression_test_id: suite.tests[0]?.regression_test_id ?? 0 });
const givenPath = () => ({ ...testPath(), output_id: suite.tests[0]?.outputs[0]?.id ?? 0 });
const approve = async (run_id: number, more: Partial<Approving> = {}) => {
  const body = { outputs: approvalItems(suite), ...more };
  return (await world.admin.expect('approveBaselines', 201, { path: { run_id }, body })).approval_id;
};
const give = async (content: string) => {
  const body = { expected: { content } };
  await world.admin.expect('updateExpectedOutput', 200, { path: givenPath(), body });
  return (await approvals())[0]?.approval_id ?? 0;
};
const undo = (approval_id: number, body: { comment?: string } = {}) =>
  world.admin.expect('undoApproval', 200, { path: { approval_id }, body });
const refused = async (approval_id: number) =>
  (await world.admin.expect('undoApproval', 409, { path: { approval_id } })).details;
const approvals = async () =>
  (await world.admin.expect('listTestApprovals', 200, { path: testPath(), query: { limit: 100 } })).data;
const output = async () => (await world.admin.expect('getRegressionTest', 200, { path: testPath() })).outputs[0];
const statusOf = async (run_id: number) => (await world.admin.expect('getRun', 200, { path: { run_id } })).status;
const eventsOf = async (run_id: number) =>
  (await world.admin.expect('listRunProgress', 200, { path: { run_id } })).data.map(({ message }) => message);

describe('200', () => {
  test('what was approved before applies again and the run is judged by what it expected, all on record', async () => {
    await approve((await runOnce(world, suite, 'one\n')).run_id);
    const { run_id } = await runOnce(world, suite, 'one \n');
    const variant = await world.admin.expect('createVariant', 201, {
      path: givenPath(),
      body: { hash: sha256('one \n'), platform: 'linux' },
    });
    const approval_id = await approve(run_id, { remove_variants: true });
    expect(await statusOf(run_id)).toBe('pass');
    const undone = await undo(approval_id, { comment: 'Too early' });
    const [item] = approvalItems(suite);
    expect(undone).toEqual({
      ...{ approval_id, run_id, requested_by: 'Ada', comment: 'Too early', created_at: expect.any(String) },
      ...{ status_before: 'pass', status_after: 'fail', exit_codes: [] },
      outputs: [
        {
          ...item,
          ...{ undone_sha256: sha256('one \n'), restored_sha256: sha256('one\n') },
          restored_variants: [{ platform: variant.platform, sha256: variant.hash }],
          removed_variants: [],
        },
      ],
    });
    expect(await output()).toMatchObject({
      correct: sha256('one\n'),
      variants: [{ hash: variant.hash, platform: 'linux' }],
    });
    const [result] = (await world.admin.expect('listRunSamples', 200, { path: { run_id } })).data;
    expect(result).toMatchObject({
      status: 'fail',
      outputs: [{ status: 'fail', class: 'trailing_space', expected_sha256: sha256('one\n') }],
    });
    expect((await eventsOf(run_id)).at(-1)).toBe(
      `Re-evaluated after approval ${approval_id} was undone: pass is now fail`,
    );
    const { requested_by, comment, created_at } = undone;
    const note = { undone: { requested_by, comment, created_at } };
    const none = { undone: undefined };
    expect((await approvals()).map((row) => ({ undone: row.undone }))).toEqual([note, none, none]);
    const { data } = await world.admin.expect('listBaselineApprovals', 200, { path: { run_id } });
    expect(data).toMatchObject([{ approval_id, ...note }]);
    expect(await runOnce(world, suite, 'one\n')).toMatchObject({ status: 'pass' });
  });

  test('twenty at once, and a repeat, are one undo', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const approval_id = await approve(run_id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => undo(approval_id, { comment: `${index}!` })),
    );
    answers.push(await undo(approval_id));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await eventsOf(run_id)).filter((message) => message.includes('was undone'))).toHaveLength(1);
    await world.admin.expect('getExpectedOutput', 404, { path: outputPath(suite, run_id) });
  });

  test('what was given is undone without a run, and approvals for every platform give back that of the run’s', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const linux = await runOnce(world, suite, 'linux');
    const first = await give('given');
    await approve(linux.run_id, { platform: 'linux' });
    const general = await approve(run_id);
    await undo(general);
    expect(await runOnce(world, suite, 'linux')).toMatchObject({ status: 'pass' });
    // Only for every platform: what is limited to one stays, and does not stand on top.
    const undone = await undo(first);
    expect(undone).toMatchObject({ run_id: null, comment: null, outputs: [{ restored_sha256: null }] });
    expect(Object.keys(undone)).not.toContain('status_before');
    expect(await output()).toMatchObject({ correct: null });
    expect(await runOnce(world, suite, 'linux')).toMatchObject({ status: 'pass' });
  });

  test('what was undone can be approved again, as another act', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const approval_id = await approve(run_id);
    await undo(approval_id);
    expect(await approve(run_id)).toBeGreaterThan(approval_id);
    expect(await statusOf(run_id)).toBe('pass');
    expect(await undo(approval_id)).toMatchObject({ status_after: 'fail' });
    expect(await statusOf(run_id)).toBe('pass');
  });
});

describe('a variant', () => {
  const accept = async (content: string, platform?: 'linux' | 'windows') => {
    const body = { hash: sha256(content), ...(platform && { platform }) };
    const { id } = await world.admin.expect('createVariant', 201, { path: givenPath(), body });
    return { id, act: (await approvals())[0]?.approval_id ?? 0 };
  };
  const withdraw = async (variant_id: number) => {
    await world.admin.expect('deleteVariant', 200, { path: { ...givenPath(), variant_id } });
    return (await approvals())[0]?.approval_id ?? 0;
  };
  const accepted = async () => (await output())?.variants.map(({ hash, platform }) => [hash, platform]);
  const [other, nothing] = [sha256('other'), { undone_sha256: null, restored_sha256: null }];

  test('that was accepted is accepted no more, one that was withdrawn is again, from the newest', async () => {
    await runOnce(world, suite, 'other');
    const { id, act } = await accept('other', 'linux');
    const elsewhere = await accept('other');
    const gone = await withdraw(id);
    expect(await refused(act)).toEqual({
      ...{ request_id: expect.any(String), approval_id: gone, output_id: givenPath().output_id },
    });
    const content = [{ platform: 'linux', sha256: other }];
    const undone = await undo(gone, { comment: 'Still right' });
    expect(undone).toMatchObject({ run_id: null, requested_by: 'Ada', comment: 'Still right' });
    expect(undone.outputs).toEqual([{ ...givenPath(), ...nothing, restored_variants: content, removed_variants: [] }]);
    expect(await accepted()).toEqual(expect.arrayContaining([[other, 'linux']]));
    const [first, second] = await Promise.all([undo(act), undo(act)]);
    expect(second).toEqual(first);
    expect(first.outputs).toEqual([{ ...givenPath(), ...nothing, restored_variants: [], removed_variants: content }]);
    // The same content for every platform is a variant of its own.
    expect(await accepted()).toEqual([[other, null]]);
    await undo(elsewhere.act);
    expect(await accepted()).toEqual([]);
    const [last] = await approvals();
    expect(last).toMatchObject({ approval_id: gone, undone: { comment: 'Still right' } });
    expect((await runOnce(world, suite, 'other')).status).toBe('fail');
  });

  test('that an approval withdrew waits for the approval, whatever its platform; baselines do not stand on it', async () => {
    const { run_id } = await runOnce(world, suite, 'other');
    const below = await approve(run_id);
    const { act } = await accept('other', 'windows');
    await undo(below);
    const above = await approve(run_id, { platform: 'linux', remove_variants: true });
    expect(await refused(act)).toMatchObject({ approval_id: above });
    expect(await refused(act)).not.toHaveProperty('expected');
    await undo(above);
    expect(await accepted()).toEqual([[other, 'windows']]);
    const everywhere = await accept('other');
    await approve(run_id);
    await undo(everywhere.act);
    await undo(act);
    expect([(await output())?.correct, await accepted()]).toEqual([other, []]);
  });
});

describe('an expected exit code', () => {
  const at = () => ({ path: { regression_test_id: givenPath().regression_test_id } });
  const change = async (body: { expected_rc?: number; expected_rc_by_platform?: { windows: number | null } }) => {
    await world.admin.expect('updateRegressionTest', 200, { ...at(), body });
    return (await approvals())[0]?.approval_id ?? 0;
  };
  const expected = async () => {
    const { expected_rc, expected_rc_by_platform } = await world.admin.expect('getRegressionTest', 200, at());
    return [expected_rc, expected_rc_by_platform.windows];
  };

  test('holds again when its change is undone, each platform for itself, from the newest', async () => {
    const both = await change({ expected_rc: 2, expected_rc_by_platform: { windows: 3 } });
    const gone = await change({ expected_rc_by_platform: { windows: null } });
    expect(await refused(both)).toEqual({
      ...{ request_id: expect.any(String), approval_id: gone, platform: 'windows' },
    });
    const line = { ...at().path, platform: 'windows' };
    expect(await undo(gone, { comment: 'Still so' })).toMatchObject({
      ...{ run_id: null, requested_by: 'Ada', comment: 'Still so', outputs: [] },
      exit_codes: [{ ...line, previous_rc: null, expected_rc: 3 }],
    });
    expect(await expected()).toEqual([2, 3]);
    const [first, second] = await Promise.all([undo(both), undo(both)]);
    expect(second).toEqual(first);
    expect(first.exit_codes).toEqual([
      { ...line, platform: null, previous_rc: 2, expected_rc: 0 },
      { ...line, previous_rc: 3, expected_rc: null },
    ]);
    expect(await expected()).toEqual([0, null]);
    expect((await approvals()).map(({ undone }) => undone !== undefined)).toEqual([true, true]);
  });

  test('of no platform stands beside those of platforms', async () => {
    const general = await change({ expected_rc: 2 });
    await change({ expected_rc_by_platform: { windows: 3 } });
    await undo(general);
    expect(await expected()).toEqual([0, 3]);
  });

  test('409: of a test that is gone', async () => {
    const act = await change({ expected_rc: 2 });
    await world.admin.expect('deleteRegressionTest', 200, at());
    await refused(act);
  });
});

describe('409, and nothing changes', () => {
  test('a later approval on top is told with both contents and goes first', async () => {
    const one = await runOnce(world, suite, 'one');
    const below = await approve(one.run_id);
    const above = await approve((await runOnce(world, suite, 'two')).run_id, { platform: 'linux' });
    const output_id = suite.tests[0]?.outputs[0]?.id;
    expect(await refused(below)).toMatchObject({
      ...{ approval_id: above, output_id, expected: sha256('one'), actual: sha256('two') },
    });
    expect(await statusOf(one.run_id)).toBe('pass');
    expect((await approvals()).map(({ undone }) => undone)).toEqual([undefined, undefined]);
    await undo(above);
    await undo(below);
    expect(await output()).toMatchObject({ correct: null });
  });

  test('a run that was restarted is waited for', async () => {
    const { run_id } = await runOnce(world, suite, 'new');
    const approval_id = await approve(run_id);
    await world.admin.expect('restartRun', 202, { path: { run_id } });
    expect(await refused(approval_id)).toMatchObject({ status: 'queued' });
    const lease = await claimRun(await enrolWorker(world), run_id);
    for (const planned of suite.tests) await reportResult(lease, planned, 'new');
    await complete(lease);
    expect(await undo(approval_id)).toMatchObject({ status_before: 'pass', status_after: 'fail' });
  });

  test('an output that is gone has nothing to apply again', async () => {
    const approval_id = await give('given');
    await world.admin.expect('deleteExpectedOutput', 200, { path: givenPath() });
    await refused(approval_id);
    expect((await approvals())[0]).not.toHaveProperty('undone');
  });
});

test('a canceled run is judged again and stays canceled', async () => {
  const { run_id } = await runOnce(world, suite, 'new');
  const approval_id = await approve(run_id);
  await world.admin.expect('restartRun', 202, { path: { run_id } });
  await world.admin.expect('cancelRun', 202, { path: { run_id } });
  expect(await undo(approval_id)).toMatchObject({ status_before: 'canceled', status_after: 'canceled' });
  const queued = await queueRun(world, suite, 'windows');
  await world.admin.expect('getExpectedOutput', 404, { path: outputPath(suite, queued.run_id) });
});

test('404: an approval of another domain answers like one that does not exist', async () => {
  const approval_id = await give('given');
  const missing = { path: { approval_id: missingId } };
  await expectForeignHidden((await openWorld()).admin, 'undoApproval', { path: { approval_id } }, missing);
  expect((await approvals())[0]).not.toHaveProperty('undone');
});

test.each([
  ['path.approval_id', { path: { approval_id: '0' } }],
  ['body.comment', { raw: '{"comment":""}' }],
])('400: names %s', async (field, wrong) => {
  expect(faultyFields(await callLoosely(world.admin, 'undoApproval', { path: { approval_id: 1 }, ...wrong }))).toEqual([
    field,
  ]);
});

describeJsonBody(() => world, 'undoApproval', { path: { approval_id: 1 } });

describeGuard(() => world, 'undoApproval', { path: { approval_id: 1 }, raw: '{}' }, { scope: 'baselines:write' });
