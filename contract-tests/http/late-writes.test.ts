import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { complete, holdRun } from '../harness/held-run.ts';
import { expectLeaseLost } from '../harness/late-writes.ts';
import { leaseRequests } from '../harness/lease-requests.ts';
import { isOnPostgres, startOwnServer } from '../harness/own-server.ts';
import { failureOf } from '../harness/refusals.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { claimRun, enrolWorker, makeSuite, queueRun, type Suite } from '../harness/suite.ts';
import { openWorld, type World } from '../harness/world.ts';

async function statusOf({ admin }: World, run_id: number): Promise<string> {
  return (await admin.expect('getRun', 200, { path: { run_id } })).status;
}

async function waitUntilTaken(world: World, run_id: number): Promise<string> {
  for (let polls = 0; polls < 200; polls += 1) {
    const status = await statusOf(world, run_id);
    if (status !== 'running') return status;
    await delay(50);
  }
  throw new Error(`run ${run_id} was never taken from its silent worker`);
}

describe('a lease that is held', () => {
  let world: World;
  let suite: Suite;

  beforeAll(async () => {
    world = await openWorld();
    suite = await makeSuite(world);
  });

  test('may make every request that is refused below', async () => {
    const { lease } = await holdRun(world, suite);
    const statuses = [];
    for (const send of Object.values(leaseRequests)) statuses.push((await send(lease, suite)).status);
    expect(statuses).toEqual(Object.keys(leaseRequests).map(() => 200));
  });

  test('is lost once its run was canceled; its heartbeat is told why', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    await expectLeaseLost(world.admin, lease, suite, ['createHeartbeat']);
    const state = await lease.client.expect('createHeartbeat', 200, { path: lease.path });
    expect(state.cancel_requested).toBe(true);
    expect(await statusOf(world, run_id)).toBe('canceled');
  });

  test('is lost once its run was restarted, before and after another worker has it', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    await world.admin.expect('restartRun', 202, { path: { run_id } });
    await expectLeaseLost(world.admin, lease, suite);
    const second = await claimRun(await enrolWorker(world), run_id);
    expect(second.claim.attempt).toBe(2);
    await expectLeaseLost(world.admin, lease, suite);
    await second.client.expect('createHeartbeat', 200, { path: second.path });
    expect(await complete(second)).toEqual({ run_id, status: 'error' });
    await expectLeaseLost(world.admin, lease, suite);
  });

  test('is told to be lost although the batch of results is bad', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    const report = { regression_test_id: 2_147_483_647, exit_code: 0, runtime_ms: 1, outputs: [] };
    const answer = await lease.client.call('recordResults', { path: lease.path, body: { results: [report, report] } });
    expect(failureOf(answer, 409).code).toBe('lease_lost');
  });

  test('4.4a, 4.4c: is over once it is completed; only the completion itself may be repeated', async () => {
    const { lease } = await holdRun(world, suite);
    const first = await complete(lease);
    await expectLeaseLost(world.admin, lease, suite, ['completeLease']);
    expect(await complete(lease)).toEqual(first);
  });
});

describe('a lease that ran out', () => {
  let server: ServerProcess;
  let world: World;
  let suite: Suite;

  beforeAll(async () => {
    server = await startOwnServer({ SPCI_LEASE_MS: '1000' });
    world = await openWorld(server.url);
    suite = await makeSuite(world);
  });
  afterAll(() => server.stop());

  test('is refused everything, and its run waits for another attempt', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    expect(await waitUntilTaken(world, run_id)).toBe('queued');
    await expectLeaseLost(world.admin, lease, suite);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
  });

  test('costs its run an attempt; the third in a row without a result ends it as error', async () => {
    const worker = await enrolWorker(world);
    const { run_id } = await queueRun(world, suite);
    const leases = [];
    const statuses = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const lease = await claimRun(worker, run_id);
      expect(lease.claim.attempt).toBe(attempt);
      leases.push(lease);
      statuses.push(await waitUntilTaken(world, run_id));
    }
    expect(statuses).toEqual(['queued', 'queued', 'error']);
    for (const lease of leases) await expectLeaseLost(world.admin, lease, suite);
    const { data } = await world.admin.expect('listRunProgress', 200, { path: { run_id } });
    expect(data.at(-1)).toMatchObject({
      status: 'error',
      attempt: 3,
      message: expect.stringMatching(/3 lost attempts/),
    });
    const lost = await world.admin.expect('listInfrastructureErrors', 200, { path: { run_id } });
    expect(lost.data.map(({ cause, severity }) => [cause, severity])).toEqual([
      ['lease_expired', 'error'],
      ['lease_expired', 'error'],
      ['lease_expired', 'critical'],
    ]);
    await worker.expect('claimRun', 204, { body: { platforms: ['linux'], wait_ms: 0 } });
  });
});

describe('a lease that ran out and that nobody has taken back yet', () => {
  let server: ServerProcess;
  let world: World;
  let suite: Suite;

  /** Without background work nobody takes the run back. The embedded database allows no such server. */
  beforeAll(async () => {
    const role: Record<string, string> = isOnPostgres() ? { SPCI_ROLE: 'http' } : {};
    server = await startOwnServer({ SPCI_LEASE_MS: '1000', ...role });
    world = await openWorld(server.url);
    suite = await makeSuite(world);
  });
  afterAll(() => server.stop());

  test('is refused everything by the clock, and no heartbeat brings it back', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const { client, path } = lease;
    for (let polls = 0; polls < 200; polls += 1) {
      if ((await client.call('getLeaseBuild', { path })).status === 409) break;
      await delay(50);
    }
    if (!isOnPostgres()) expect(await waitUntilTaken(world, run_id)).toBe('queued');
    await expectLeaseLost(world.admin, lease, suite);
    expect(await statusOf(world, run_id)).toBe(isOnPostgres() ? 'running' : 'queued');
  });
});
