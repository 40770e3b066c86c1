import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { approveRun, complete, holdRun, runOnce } from '../../harness/held-run.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { everyPage } from '../../harness/paging.ts';
import {
  claimRun,
  enrolWorker,
  makeSuite,
  queueRun,
  reportResult,
  uploadBuild,
  type Suite,
} from '../../harness/suite.ts';
import { newCommit, openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
/** The run of the suite that stands at each status. */
const standing = new Map<string, number>();

async function runWithOneOfTwo(): Promise<number> {
  const other = { ...(await makeSuite(world, 2)), repository: suite.repository };
  const commit_sha = newCommit();
  await uploadBuild(world, suite.repository, commit_sha);
  const regression_test_ids = [suite.tests[0], other.tests[0]].map((test) => test?.regression_test_id ?? 0);
  const body = { repository: suite.repository, commit_sha, platform: 'linux' as const, regression_test_ids };
  const { run_id } = await world.admin.expect('createRun', 202, { body });
  const lease = await claimRun(await enrolWorker(world), run_id);
  if (suite.tests[0] !== undefined) await reportResult(lease, suite.tests[0], 'right');
  await complete(lease);
  return run_id;
}

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  const pass = await runOnce(world, suite, 'right');
  await approveRun(world, suite, pass.run_id);
  standing.set('pass', pass.run_id);
  standing.set('fail', (await runOnce(world, suite, 'wrong')).run_id);
  const lost = await holdRun(world, suite);
  await complete(lost.lease);
  standing.set('error', lost.run_id);
  standing.set('incomplete', await runWithOneOfTwo());
  const { run_id: canceled } = await queueRun(world, suite, 'windows');
  await world.admin.expect('cancelRun', 202, { path: { run_id: canceled } });
  standing.set('canceled', canceled);
  standing.set('running', (await holdRun(world, suite)).run_id);
  standing.set('queued', (await queueRun(world, suite, 'windows')).run_id);
});

const list = async (query: CallInput<'listRuns'>['query'] = {}, client = world.admin) =>
  client.expect('listRuns', 200, { query });

async function idsOf(query: CallInput<'listRuns'>['query']): Promise<number[]> {
  const { data, pagination } = await list(query);
  expect(pagination.total).toBe(data.length);
  return data.map(({ run_id }) => run_id);
}

describe('200', () => {
  test('shows the newest first, each as it is shown by itself', async () => {
    const { data } = await list();
    expect(data.map(({ run_id }) => run_id)).toEqual([...standing.values()].sort((a, b) => b - a));
    for (const run of data)
      expect(run).toEqual(await world.admin.expect('getRun', 200, { path: { run_id: run.run_id } }));
  });

  test('shows nothing of another domain', async () => {
    expect(await list({}, (await openWorld()).admin)).toMatchObject({ data: [], pagination: { total: 0 } });
  });

  test.each(['pass', 'fail', 'error', 'incomplete', 'canceled', 'running', 'queued'] as const)(
    '1.9.2: status=%s finds that run only',
    async (status) => {
      expect(await idsOf({ status })).toEqual([standing.get(status)]);
    },
  );

  test('finds the runs of a platform', async () => {
    expect(await idsOf({ platform: 'windows' })).toEqual([standing.get('queued'), standing.get('canceled')]);
  });

  test('finds a repository and a commit in any case', async () => {
    expect(await idsOf({ repository: suite.repository.toUpperCase() })).toHaveLength(standing.size);
    expect(await idsOf({ repository: 'some/other' })).toEqual([]);
    const path = { run_id: standing.get('fail') ?? 0 };
    const { commit_sha } = await world.admin.expect('getRun', 200, { path });
    expect(await idsOf({ commit_sha: commit_sha.toUpperCase() })).toEqual([path.run_id]);
  });

  test('finds a branch exactly', async () => {
    const body = { repository: suite.repository, commit_sha: newCommit(), platform: 'windows' as const };
    await uploadBuild(world, suite.repository, body.commit_sha, body.platform);
    const { run_id } = await world.admin.expect('createRun', 202, { body: { ...body, branch: 'feature/a_b' } });
    expect(await idsOf({ branch: 'feature/a_b' })).toEqual([run_id]);
    expect(await idsOf({ branch: 'feature/aXb' })).toEqual([]);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    standing.set('canceled on a branch', run_id);
  });

  test('every filter applies at once', async () => {
    const run_id = standing.get('fail') ?? 0;
    const { commit_sha, repository, created_at } = await world.admin.expect('getRun', 200, { path: { run_id } });
    const moment = { created_after: created_at, created_before: created_at };
    const query = { ...moment, commit_sha, repository, branch: 'main', platform: 'linux', status: 'fail' } as const;
    expect(await idsOf(query)).toEqual([run_id]);
    expect(await idsOf({ ...query, status: 'pass' })).toEqual([]);
  });
});

describe('created_after and created_before', () => {
  test('2.3a: hold a run that waits only when it was created at that very moment', async () => {
    const run_id = standing.get('queued') ?? 0;
    const { created_at } = await world.admin.expect('getRun', 200, { path: { run_id } });
    expect(await idsOf({ created_after: created_at, created_before: created_at })).toContain(run_id);
    const before = new Date(Date.parse(created_at) - 1).toISOString();
    const after = new Date(Date.parse(created_at) + 1).toISOString();
    expect(await idsOf({ created_before: before })).not.toContain(run_id);
    expect(await idsOf({ created_after: after })).not.toContain(run_id);
    expect(await idsOf({ created_after: before, created_before: after })).toContain(run_id);
  });

  test('take a moment with an offset', async () => {
    const { created_at } = await world.admin.expect('getRun', 200, { path: { run_id: standing.get('pass') ?? 0 } });
    const local = new Date(Date.parse(created_at) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    expect(await idsOf({ created_after: local, created_before: local })).toContain(standing.get('pass'));
  });

  test('in the wrong order are refused', async () => {
    const query = { created_after: '2026-11-02T00:00:00Z', created_before: '2026-11-01T00:00:00Z' };
    expect(faultyFields(await callLoosely(world.admin, 'listRuns', { query }))).toEqual(['query.created_after']);
  });
});

describe('order and pages', () => {
  test.each(['run_id', 'created_at'] as const)('sort=%s is the reverse of sort=-%s', async (sort) => {
    const up = await idsOf({ sort });
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect((await idsOf({ sort: `-${sort}` })).reverse()).toEqual(up);
  });

  test.each(['run_id', '-run_id', 'created_at', '-created_at'] as const)(
    'pages by %s join to the list',
    async (sort) => {
      const rows = await everyPage((page) => list({ sort, ...page }), 2);
      expect(rows.map(({ run_id }) => run_id)).toEqual(await idsOf({ sort }));
    },
  );

  test('beyond the end there is an empty page with the total', async () => {
    const { data, pagination } = await list({ offset: 1000 });
    expect(data).toEqual([]);
    expect(pagination).toMatchObject({ total: standing.size, next_offset: null });
  });
});

describe('400', () => {
  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1e1'],
    ['limit', '+5'],
    ['limit', '1_0'],
    ['offset', '-1'],
    ['status', 'passed'],
    ['sort', 'status'],
    ['platform', 'linux,windows'],
    ['commit_sha', 'abc'],
    ['repository', 'tool'],
    ['created_after', 'yesterday'],
    ['created_before', '2026-02-30T00:00:00Z'],
    ['ccx_version', 'no such'],
    ['ccx_version', '12345678901'],
    ['surprise', '1'],
  ])('2.3b: %s=%s', async (name, value) => {
    expect(faultyFields(await callLoosely(world.admin, 'listRuns', { query: { [name]: value } }))).toEqual([
      `query.${name}`,
    ]);
  });
});

describeGuard(() => world, 'listRuns', {}, { scope: 'runs:read' });
