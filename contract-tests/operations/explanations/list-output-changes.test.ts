import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { CallInput } from '../../harness/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, complete, holdRun, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
/** Of the main branch on Linux, oldest first. */
let runs: components['schemas']['Run'][];
let regression_test_id: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  regression_test_id = suite.tests[0]?.regression_test_id ?? 0;
  runs = [await runOnce(world, suite, 'right')];
  await approveRun(world, suite, runs[0]?.run_id ?? 0);
  for (const content of ['right', 'wrong', 'wrong', null]) runs.push(await runOnce(world, suite, content));
  const lost = await holdRun(world, suite);
  for (const planned of suite.tests) await reportResult(lost.lease, planned, 'lost');
  await complete(lost.lease, 'failed');
  runs.push(await runOnce(world, suite, 'right'));
  const path = { regression_test_id, output_id: suite.tests[0]?.outputs[0]?.id ?? 0 };
  const accept = (content: string) =>
    world.admin.expect('createVariant', 201, { path, body: { hash: sha256(content) } });
  await accept('wrong');
  for (const content of ['wrong', 'late']) runs.push(await runOnce(world, suite, content));
  await accept('late');
  runs.push(await runOnce(world, suite, 'late'));
  const topic = await holdRun(world, suite, 'linux', { branch: 'topic' });
  for (const planned of suite.tests) await reportResult(topic.lease, planned, 'odd');
  await complete(topic.lease);
  await runOnce(world, suite, 'odd', 0, 'windows');
});

const list = (query: CallInput<'listOutputChanges'>['query'] = {}) =>
  world.admin.expect('listOutputChanges', 200, { path: { regression_test_id }, query });
const idOf = (index: number) => runs[index]?.run_id ?? 0;
const main = async () => (await list({ branch: 'main', platform: 'linux' })).data;

describe('200', () => {
  test('tells each stretch of one content, how it began and between which runs, the latest first', async () => {
    const told = (await main()).map(({ sha256: digest, passed, change, run_count, ...between }) => [
      ...[digest, passed, change, run_count],
      ...[between.previous_run?.run_id, between.first_run.run_id, between.last_run.run_id],
    ]);
    expect(told).toEqual([
      // The content is as before, and accepted since.
      [sha256('late'), true, 'fixed', 1, idOf(7), idOf(8), idOf(8)],
      [sha256('late'), false, 'regressed', 1, idOf(6), idOf(7), idOf(7)],
      [sha256('wrong'), true, 'changed_while_passing', 1, idOf(5), idOf(6), idOf(6)],
      [sha256('right'), true, 'fixed', 1, idOf(4), idOf(5), idOf(5)],
      [null, false, 'changed_while_failing', 1, idOf(3), idOf(4), idOf(4)],
      [sha256('wrong'), false, 'regressed', 2, idOf(1), idOf(2), idOf(3)],
      [sha256('right'), true, 'first_seen', 2, undefined, idOf(0), idOf(1)],
    ]);
  });

  test('agrees with the explanation on where the test broke', async () => {
    const regressed = (await main()).find(({ change }) => change === 'regressed');
    const path = { run_id: idOf(7), regression_test_id };
    const { history } = await world.admin.expect('getResultExplanation', 200, { path });
    expect(history).toEqual({ last_passed: regressed?.previous_run, first_failed: regressed?.first_run });
  });

  test('branches and platforms are stretches of their own, and pages join to the list', async () => {
    const { data, pagination } = await list();
    const others = data.slice(0, 2).map(({ branch, platform, change }) => [branch, platform, change]);
    expect(others).toEqual([
      ['main', 'windows', 'first_seen'],
      ['topic', 'linux', 'first_seen'],
    ]);
    expect(pagination.total).toBe(9);
    expect(await everyPage((page) => list(page), 3)).toEqual(data);
    expect(data[8]).toMatchObject({ filename: 'out.srt', repository: suite.repository, branch: 'main' });
  });
});

test('404: a test of another domain answers like one that does not exist', async () => {
  const [path, missing] = [{ regression_test_id }, { path: { regression_test_id: missingId } }];
  await expectForeignHidden((await openWorld()).admin, 'listOutputChanges', { path }, missing);
});

test('400: names a platform that is none', async () => {
  const wrong = { path: { regression_test_id: 1 }, query: { platform: 'amiga' } };
  expect(faultyFields(await callLoosely(world.admin, 'listOutputChanges', wrong))).toEqual(['query.platform']);
});

describeGuard(() => world, 'listOutputChanges', { path: { regression_test_id: 1 } }, { scope: 'results:read' });
