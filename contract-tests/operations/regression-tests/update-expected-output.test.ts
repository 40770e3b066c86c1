import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, runOnce } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

type Changes = components['schemas']['ExpectedOutputUpdateRequest'];

let world: World;
let suite: Suite;
let path: { regression_test_id: number; output_id: number };

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  suite = await makeSuite(world);
  const [made] = suite.tests;
  path = { regression_test_id: made?.regression_test_id ?? 0, output_id: made?.outputs[0]?.id ?? 0 };
});

const update = (body: Changes) => world.admin.expect('updateExpectedOutput', 200, { path, body });
const statusOf = async (run_id: number) => (await world.admin.expect('getRun', 200, { path: { run_id } })).status;
const approvals = async () => (await world.admin.expect('listTestApprovals', 200, { path })).data;

describe('200', () => {
  test('changes what is named and nothing else', async () => {
    const changed = await update({ expected_filename: 'renamed.srt' });
    expect(changed).toMatchObject({ expected_filename: 'renamed.srt', correct_extension: '.srt', ignore: false });
    expect(await update({ ignore: true })).toEqual({ ...changed, ignore: true });
    expect((await update({ correct_extension: '.txt' })).correct_extension).toBe('.txt');
  });

  test('an output that is ignored decides no run that comes, and every run that was', async () => {
    await approveRun(world, suite, (await runOnce(world, suite, 'right')).run_id);
    const { run_id, status } = await runOnce(world, suite, 'wrong');
    await update({ ignore: true });
    expect((await runOnce(world, suite, 'wrong')).status).toBe('pass');
    expect([status, await statusOf(run_id)]).toEqual(['fail', 'fail']);
  });

  test('new content supersedes the baseline, for runs that come, on record', async () => {
    const right = await runOnce(world, suite, 'right');
    await approveRun(world, suite, right.run_id);
    const comment = 'The cue was late';
    expect(await update({ expected: { content: 'righter', comment } })).toMatchObject({ correct: sha256('righter') });
    expect([await statusOf(right.run_id), (await runOnce(world, suite, 'righter')).status]).toEqual(['pass', 'pass']);
    const digests = { previous_sha256: sha256('right'), sha256: sha256('righter') };
    expect((await approvals())[0]).toMatchObject({ run_id: null, requested_by: 'Ada', comment, ...digests });
  });

  test('what is the baseline already is not recorded again', async () => {
    await update({ expected: { content: 'right' } });
    await update({ expected: { content: 'right', comment: 'again' } });
    expect(await approvals()).toHaveLength(1);
  });

  test('the baseline of a platform stays beside the one for every platform, and wins there', async () => {
    await update({ expected: { content: 'on linux', platform: 'linux' } });
    await update({ expected: { content: 'elsewhere', platform: null } });
    expect((await runOnce(world, suite, 'on linux')).status).toBe('pass');
    expect((await runOnce(world, suite, 'elsewhere')).status).toBe('fail');
  });
});

describe('409 and 422', () => {
  test('a name that another output of the test has, or that is a folder', async () => {
    const output = { path: { regression_test_id: path.regression_test_id }, body: { expected_filename: 'other.txt' } };
    await world.admin.expect('createExpectedOutput', 201, output);
    for (const [status, expected_filename] of [
      [409, 'other.txt'],
      [422, '.'],
    ] as const)
      await world.admin.expect('updateExpectedOutput', status, { path, body: { expected_filename, ignore: true } });
    const { outputs } = await world.admin.expect('getRegressionTest', 200, { path });
    expect(outputs[0]).toMatchObject({ expected_filename: 'out.srt', ignore: false });
  });
});

describe('404', () => {
  test('an output of another domain or of another test answers like one that does not exist', async () => {
    const raw = JSON.stringify({ expected: { content: 'anything' } });
    const missing = { path: { ...path, output_id: missingId }, raw };
    await expectForeignHidden((await openWorld()).admin, 'updateExpectedOutput', { path, raw }, missing);
    const [other] = (await makeSuite(world)).tests;
    const crossed = { path: { ...path, regression_test_id: other?.regression_test_id ?? 0 }, raw };
    await expectForeignHidden(world.admin, 'updateExpectedOutput', crossed, missing);
    expect(await approvals()).toEqual([]);
  });
});

test.each([
  ['body', {}],
  ['body.expected.content', { expected: { encoding: 'utf-8' } }],
  ['body.expected.comment', { expected: { content: '', comment: '' } }],
])('400: names %s', async (field, body) => {
  const answer = await callLoosely(world.admin, 'updateExpectedOutput', { path, raw: JSON.stringify(body) });
  expect(faultyFields(answer)).toEqual([field]);
});

const anywhere = { path: { regression_test_id: 1, output_id: 1 }, raw: '{"ignore":true}' };
describeJsonBody(() => world, 'updateExpectedOutput', anywhere);
describeGuard(() => world, 'updateExpectedOutput', anywhere, { scope: 'baselines:write' });
