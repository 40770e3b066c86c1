import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

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

const outputs = async () => (await world.admin.expect('getRegressionTest', 200, { path })).outputs;

describe('200', () => {
  test('takes the output and its variants and baselines back; the record of its approval stays', async () => {
    const body = { expected: { content: 'given too early' } };
    await world.admin.expect('updateExpectedOutput', 200, { path, body });
    const recorded = await world.admin.expect('listTestApprovals', 200, { path });
    const deleted = await world.admin.expect('deleteExpectedOutput', 200, { path });
    expect(deleted).toEqual({ id: path.output_id, deleted: true });
    expect(await outputs()).toEqual([]);
    expect(await world.admin.expect('listTestApprovals', 200, { path })).toEqual(recorded);
    expect(recorded.data).toHaveLength(1);
  });

  test('a test whose outputs were given content can be deleted whole', async () => {
    await world.admin.expect('updateExpectedOutput', 200, { path, body: { expected: { content: 'given' } } });
    await world.admin.expect('deleteRegressionTest', 200, { path });
    await world.admin.expect('getRegressionTest', 404, { path });
  });
});

test('409: an output that runs planned stays, also when they were canceled', async () => {
  const { run_id } = await queueRun(world, suite, 'windows');
  await world.admin.expect('cancelRun', 202, { path: { run_id } });
  const answer = await world.admin.call('deleteExpectedOutput', { path });
  expect(failureOf(answer, 409).details).toMatchObject({ run_count: 1 });
  expect(await outputs()).toHaveLength(1);
});

describe('404', () => {
  test('an output of another domain or of another test answers like one that does not exist, and stays', async () => {
    const missing = { path: { ...path, output_id: missingId } };
    await expectForeignHidden((await openWorld()).admin, 'deleteExpectedOutput', { path }, missing);
    const [other] = (await makeSuite(world)).tests;
    const crossed = { path: { ...path, regression_test_id: other?.regression_test_id ?? 0 } };
    await expectForeignHidden(world.admin, 'deleteExpectedOutput', crossed, missing);
    expect(await outputs()).toHaveLength(1);
  });

  test('a second time', async () => {
    await world.admin.expect('deleteExpectedOutput', 200, { path });
    await world.admin.expect('deleteExpectedOutput', 404, { path });
  });
});

test.each(['regression_test_id', 'output_id'])('400: names %s', async (name) => {
  const answer = await callLoosely(world.admin, 'deleteExpectedOutput', { path: { ...path, [name]: '0' } });
  expect(faultyFields(answer)).toEqual([`path.${name}`]);
});

const anywhere = { path: { regression_test_id: 1, output_id: 1 } };
describeGuard(() => world, 'deleteExpectedOutput', anywhere, { scope: 'baselines:write' });
