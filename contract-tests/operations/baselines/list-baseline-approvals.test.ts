import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, runSuite } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let run_id: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 3);
  ({ run_id } = await runSuite(world, suite, 'new'));
  for (const [index, item] of approvalItems(suite).entries()) {
    const body = { outputs: [item], comment: `act ${index + 1}` };
    await world.admin.expect('approveBaselines', 201, { path: { run_id }, body });
  }
});

const list = async (query: { limit?: number; offset?: number } = {}) =>
  world.admin.expect('listBaselineApprovals', 200, { path: { run_id }, query });

describe('200', () => {
  test('tells who approved what and what it changed, newest first', async () => {
    const { data, pagination } = await list();
    expect(pagination).toMatchObject({ total: 3, next_offset: null });
    expect(data.map(({ comment, status_before, status_after }) => [comment, status_before, status_after])).toEqual([
      ['act 3', 'fail', 'pass'],
      ['act 2', 'fail', 'fail'],
      ['act 1', 'fail', 'fail'],
    ]);
    const [first] = approvalItems(suite);
    expect(data.at(-1)).toEqual({
      ...{ approval_id: expect.any(Number), run_id, requested_by: 'Ada', comment: 'act 1', platform: null },
      ...{ created_at: expect.any(String), status_before: 'fail', status_after: 'fail' },
      outputs: [{ ...first, previous_sha256: null, sha256: sha256('new'), removed_variants: [] }],
    });
  });

  test('pages join to the list', async () => {
    expect(await everyPage((page) => list(page), 2)).toEqual((await list()).data);
  });

  test('is empty for a run from which nothing was approved', async () => {
    const queued = await queueRun(world, suite, 'windows');
    const path = { run_id: queued.run_id };
    const { data, pagination } = await world.admin.expect('listBaselineApprovals', 200, { path });
    expect({ data, total: pagination.total }).toEqual({ data: [], total: 0 });
  });

  test('outlives a restart of the run', async () => {
    const before = await list();
    await world.admin.expect('restartRun', 202, { path: { run_id } });
    expect(await list()).toEqual(before);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
  });
});

test.each([
  ['limit', '0'],
  ['limit', '101'],
  ['offset', '-1'],
  ['sort', 'id'],
])('400: %s=%s', async (name, value) => {
  const answer = await callLoosely(world.admin, 'listBaselineApprovals', {
    path: { run_id },
    query: { [name]: value },
  });
  expect(faultyFields(answer)).toEqual([`query.${name}`]);
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const approvals = (id: number) => stranger.call('listBaselineApprovals', { path: { run_id: id } });
  expectSameNotFound(await approvals(run_id), await approvals(2_147_483_647));
});

describeGuard(() => world, 'listBaselineApprovals', { path: { run_id: 1 } }, { scope: 'results:read' });
