import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, complete, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { claimRun, enrolWorker, makeSuite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
/** Completed, approved from, restarted, given up by its second worker, restarted and canceled. */
let run_id: number;

beforeAll(async () => {
  world = await openWorld();
  const suite = await makeSuite(world);
  ({ run_id } = await runOnce(world, suite, 'text'));
  await approveRun(world, suite, run_id);
  await world.admin.expect('restartRun', 202, { path: { run_id } });
  await complete(await claimRun(await enrolWorker(world), run_id), 'failed');
  await world.admin.expect('restartRun', 202, { path: { run_id } });
  const body = { reason: 'enough of it' };
  await world.admin.expect('cancelRun', 202, { path: { run_id }, body });
});

const list = async (query: CallInput<'listRunProgress'>['query'] = {}) =>
  world.admin.expect('listRunProgress', 200, { path: { run_id }, query });

describe('200', () => {
  test('LOW-5: tells the whole history, oldest first, with the attempt and the results that were there', async () => {
    const { data, pagination } = await list();
    expect(data.map(({ status, attempt, step }) => [status, attempt, step])).toEqual([
      ['queued', 0, 0],
      ['preparation', 1, 0],
      ['testing', 1, 1],
      ['completed', 1, 1],
      ['completed', 1, 1],
      ['queued', 1, 0],
      ['preparation', 2, 0],
      ['error', 2, 0],
      ['queued', 2, 0],
      ['canceled', 2, 0],
    ]);
    expect(pagination.total).toBe(10);
    const moments = data.map(({ timestamp }) => timestamp);
    expect(moments).toEqual([...moments].sort());
  });

  test('tells the re-evaluation, the reason of a cancellation and who restarted', async () => {
    const { data } = await list();
    const messages = data.map(({ message }) => message);
    expect(messages[4]).toMatch(/^Re-evaluated after approval \d+ of 1 outputs: fail is now pass$/);
    expect(messages[5]).toMatch(/^Restarted by account \d+$/);
    expect(messages[9]).toMatch(/: enough of it$/);
  });

  test.each(['queued', 'preparation', 'testing', 'completed', 'canceled', 'error'] as const)(
    'status=%s finds the events of that kind',
    async (status) => {
      const all = (await list()).data;
      const { data, pagination } = await list({ status });
      expect(data).toEqual(all.filter((event) => event.status === status));
      expect(pagination.total).toBe(data.length);
    },
  );

  test('pages join to the list', async () => {
    expect(await everyPage((page) => list(page), 3)).toEqual((await list()).data);
  });
});

describe('400', () => {
  test.each([
    ['status', 'fail'],
    ['limit', '101'],
    ['offset', 'x'],
  ])('%s=%s', async (name, value) => {
    const answer = await callLoosely(world.admin, 'listRunProgress', { path: { run_id }, query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const progress = (id: number) => stranger.call('listRunProgress', { path: { run_id: id } });
  expectSameNotFound(await progress(run_id), await progress(2_147_483_647));
});

describeGuard(() => world, 'listRunProgress', { path: { run_id: 1 } }, { scope: 'runs:read' });
