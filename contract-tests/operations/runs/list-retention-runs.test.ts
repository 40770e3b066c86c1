import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun } from '../../harness/held-run.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { completeRun, makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

const preview = (query: { days?: number; state?: 'due' | 'held'; limit?: number } = {}) =>
  world.admin.expect('listRetentionRuns', 200, { query });

describe('200', () => {
  test('everything is kept where nothing is configured', async () => {
    const page = await preview();
    expect(page).toMatchObject({ data: [], configured_days: null, due_bytes: 0, pagination: { total: 0 } });
  });

  test('tells what would go, what is held and why, the oldest first', async () => {
    const first = await completeRun(world, suite, 'one');
    const second = await completeRun(world, suite, 'three');
    const latest = await completeRun(world, suite, 'five5');
    await queueRun(world, suite, 'windows');
    await approveRun(world, suite, second.run_id);
    const { data, due_bytes, pagination } = await preview({ days: 0 });
    const shown = { repository: suite.repository, branch: 'main', platform: 'linux' };
    expect(data).toMatchObject([
      { ...shown, run_id: first.run_id, state: 'due', held_because: [], output_bytes: 3 },
      { ...shown, run_id: second.run_id, state: 'held', held_because: ['approved_from'], output_bytes: 5 },
      { ...shown, run_id: latest.run_id, state: 'held', held_because: ['latest_of_main_branch'], output_bytes: 5 },
    ]);
    expect(data.map(({ completed_at, due_at }) => completed_at === due_at)).toEqual([true, true, true]);
    expect([due_bytes, pagination.total]).toEqual([3, 3]);
    const due = await preview({ days: 0, state: 'due' });
    expect([due.data.map(({ run_id }) => run_id), due.pagination.total]).toEqual([[first.run_id], 1]);
    const held = await preview({ days: 0, state: 'held', limit: 1 });
    expect([held.data.map(({ run_id }) => run_id), held.pagination.total]).toEqual([[second.run_id], 2]);
    expect(await preview({ days: 1 })).toMatchObject({ data: [], due_bytes: 0 });
  });

  test('shows nothing of another domain, and goes by the configured days', async () => {
    const other = await openWorld();
    expect((await other.admin.expect('listRetentionRuns', 200, { query: { days: 0 } })).data).toEqual([]);
    const server = await startOwnServer({ SPCI_RETENTION_DAYS: '90' });
    try {
      const { admin } = await openWorld(server.url);
      expect(await admin.expect('listRetentionRuns', 200)).toMatchObject({ data: [], configured_days: 90 });
    } finally {
      await server.stop();
    }
  });
});

describeGuard(
  () => world,
  'listRetentionRuns',
  {},
  { scope: 'system:read', refusedRoles: ['contributor', 'tester', 'user'] },
);
