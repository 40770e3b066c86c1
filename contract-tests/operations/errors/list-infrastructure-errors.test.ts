import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { complete, holdRun, type HeldRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { claimRun, makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Query = CallInput<'listInfrastructureErrors'>['query'];

let world: World;
let suite: Suite;
/** Lost twice with its worker, and ended by a third worker’s failure. */
let troubled: number;
const names = [unique('bench'), unique('bench')];
const stack = ['Error: no space left', 'at write (disk.ts:4:2)'];

const list = async (run_id: number, query: Query = {}, client = world.admin) =>
  client.expect('listInfrastructureErrors', 200, { path: { run_id }, query });
const rowsOf = async (run_id: number, query: Query = {}) =>
  (await list(run_id, query)).data.map(({ attempt, type, cause, severity }) => [attempt, type, cause, severity]);

async function loseWorker(run_id: number, name: string): Promise<void> {
  const body = { name, platforms: ['linux' as const] };
  const { worker_id, worker_token } = await world.operator.expect('createWorker', 201, { body });
  await claimRun(createClient(world.url, worker_token), run_id);
  await world.operator.expect('revokeWorker', 204, { path: { worker_id } });
}

async function failWith({ lease }: Pick<HeldRun, 'lease'>, failure: object, outcome = 'failed'): Promise<void> {
  const body = { outcome: outcome as 'failed', message: 'The disk is full', ...failure };
  await lease.client.expect('completeLease', 200, { path: lease.path, body });
}

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  troubled = (await queueRun(world, suite)).run_id;
  for (const name of names) await loseWorker(troubled, name);
  const { worker_token } = await world.operator.expect('createWorker', 201, {
    body: { name: unique('bench'), platforms: ['linux'] },
  });
  const lease = await claimRun(createClient(world.url, worker_token), troubled);
  await failWith({ lease }, { failure: { type: 'storage', stack } });
});

describe('200', () => {
  test('tells what happened to each attempt, oldest first, and what ended the run', async () => {
    const path = { run_id: troubled };
    expect(await rowsOf(troubled)).toEqual([
      [1, 'worker', 'worker_revoked', 'error'],
      [2, 'worker', 'worker_revoked', 'error'],
      [3, 'storage', 'worker_failed', 'critical'],
    ]);
    expect(await world.admin.expect('getRun', 200, { path })).toMatchObject({ status: 'error' });
    expect(await world.admin.expect('getRunSummary', 200, { path })).toMatchObject({ error_count: 0 });
  });

  test('a row names the worker in words, and says when', async () => {
    const [row] = (await list(troubled)).data;
    expect(row).toEqual({
      error_id: expect.stringMatching(new RegExp(`^err_${troubled}_infra_\\d+$`)),
      ...{ run_id: troubled, sample_id: null, type: 'worker', cause: 'worker_revoked', severity: 'error' },
      ...{ message: `Worker ${names[0]} was revoked; the run was queued again`, stack: [], attempt: 1 },
      occurred_at: expect.stringMatching(/Z$/),
    });
  });

  test('three lost attempts in vain: the last one ended the run', async () => {
    const { run_id } = await queueRun(world, suite);
    for (let attempt = 1; attempt <= 3; attempt += 1) await loseWorker(run_id, unique('bench'));
    const { data } = await list(run_id);
    expect(data.map(({ severity }) => severity)).toEqual(['error', 'error', 'critical']);
    expect(data[2]?.message).toMatch(/was revoked; the run was given up$/);
  });

  test('a failure without a kind is the worker’s', async () => {
    const held = await holdRun(world, suite);
    await complete(held.lease, 'failed');
    const { data } = await list(held.run_id);
    expect(data).toMatchObject([
      { type: 'worker', cause: 'worker_failed', severity: 'critical', message: 'The worker ended the run' },
    ]);
  });

  test('work that came to nothing is told, and work that came to something is not', async () => {
    const held = await holdRun(world, suite);
    await complete(held.lease);
    expect(await rowsOf(held.run_id)).toEqual([[1, 'worker', 'no_results', 'critical']]);
    const other = await holdRun(world, suite);
    for (const planned of suite.tests) await reportResult(other.lease, planned, 'text');
    await complete(other.lease);
    expect(await rowsOf(other.run_id)).toEqual([]);
  });

  test('a failure that the worker got over is a warning, recorded once', async () => {
    const held = await holdRun(world, suite);
    for (const planned of suite.tests) await reportResult(held.lease, planned, 'text');
    for (let repeat = 0; repeat < 2; repeat += 1) await failWith(held, { failure: { type: 'checkout' } }, 'completed');
    expect(await rowsOf(held.run_id)).toEqual([[1, 'checkout', 'worker_failed', 'warning']]);
  });

  test('whatever kind a worker names is told, attempt by attempt', async () => {
    const kinds = [
      'queue',
      'vm_provisioning',
      'checkout',
      'merge',
      'build',
      'worker',
      'web_server',
      'storage',
    ] as const;
    const { run_id, worker, ...held } = await holdRun(world, suite);
    let { lease } = held;
    for (const type of kinds) {
      await complete(lease, 'failed', { type });
      await world.admin.expect('restartRun', 202, { path: { run_id } });
      lease = await claimRun(worker, run_id);
    }
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    const told = kinds.map((type, index) => [index + 1, type, 'worker_failed', 'critical']);
    expect(await rowsOf(run_id)).toEqual(told);
  });

  test('a cancellation is no error, and a restart keeps what was', async () => {
    const { run_id } = await holdRun(world, suite);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    expect(await rowsOf(run_id)).toEqual([]);
    const before = await rowsOf(troubled);
    await world.admin.expect('restartRun', 202, { path: { run_id: troubled } });
    expect(await rowsOf(troubled)).toEqual(before);
    await world.admin.expect('cancelRun', 202, { path: { run_id: troubled } });
  });

  test('filters by type and severity', async () => {
    expect(await rowsOf(troubled, { type: 'storage' })).toEqual([[3, 'storage', 'worker_failed', 'critical']]);
    expect(await rowsOf(troubled, { severity: 'error' })).toHaveLength(2);
    expect(await rowsOf(troubled, { type: 'worker', severity: 'critical' })).toEqual([]);
    expect(await rowsOf(troubled, { severity: 'info' })).toEqual([]);
  });

  test('pages join to the list', async () => {
    for (const limit of [1, 2])
      expect(await everyPage((page) => list(troubled, page), limit)).toEqual((await list(troubled)).data);
  });
});

describe('include_stack', () => {
  test.each(['contributor', 'admin'] as const)('shows a %s where the failure came from', async (role) => {
    const client = role === 'admin' ? world.admin : await world.member(role);
    const { data } = await list(troubled, { include_stack: true }, client);
    expect(data.map((row) => row.stack)).toEqual([[], [], stack]);
    expect((await list(troubled, { include_stack: false }, client)).data[2]?.stack).toEqual([]);
  });

  test.each(['tester', 'user'] as const)('is refused to a %s, who reads the rest', async (role) => {
    const member = await world.member(role);
    const input = { path: { run_id: troubled }, query: { include_stack: true } };
    expect(failureOf(await member.call('listInfrastructureErrors', input), 403).details).toMatchObject({
      required_roles: ['admin', 'contributor'],
      user_role: role,
    });
    expect((await list(troubled, {}, member)).data).toHaveLength(3);
  });
});

test('400: names what does not fit', async () => {
  const path = { run_id: troubled };
  const wrong = { type: 'test_failure', severity: 'fatal', include_stack: 'yes', limit: '0', sample_id: '1' };
  for (const [name, value] of Object.entries(wrong))
    expect(
      faultyFields(await callLoosely(world.admin, 'listInfrastructureErrors', { path, query: { [name]: value } })),
    ).toEqual([`query.${name}`]);
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const errors = (run_id: number) => stranger.call('listInfrastructureErrors', { path: { run_id } });
  expectSameNotFound(await errors(troubled), await errors(2_147_483_647));
});

describeGuard(() => world, 'listInfrastructureErrors', { path: { run_id: 1 } }, { scope: 'system:read' });
