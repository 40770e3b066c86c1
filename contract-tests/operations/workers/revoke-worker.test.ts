import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { complete } from '../../harness/held-run.ts';
import { expectLeaseLost } from '../../harness/late-writes.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import { claimRun, enrolWorker, makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, signIn, unique, type Scope, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 2);
});

async function enrol() {
  const body = { name: unique('bench'), platforms: ['linux' as const, 'windows' as const] };
  const { worker_id, worker_token } = await world.operator.expect('createWorker', 201, { body });
  return { path: { worker_id }, client: createClient(world.url, worker_token) };
}
const runOf = (run_id: number) => world.admin.expect('getRun', 200, { path: { run_id } });

/** A worker takes the run and is revoked while it has it. */
async function loseWorkerOf(run_id: number, reported = 0) {
  const worker = await enrol();
  const lease = await claimRun(worker.client, run_id);
  for (const test of suite.tests.slice(0, reported)) await reportResult(lease, test, 'one');
  await world.operator.expect('revokeWorker', 204, { path: worker.path });
  return lease;
}

describe('204', () => {
  test('ends the worker’s token; a repeat is harmless', async () => {
    const { path, client } = await enrol();
    await world.operator.expect('revokeWorker', 204, { path });
    await world.operator.expect('revokeWorker', 204, { path });
    const answer = await client.call('claimRun', { body: { platforms: ['linux'], wait_ms: 0 } });
    expect(failureOf(answer, 401).code).toBe('unauthorized');
  });

  test('gives its run to another worker at once; what was reported stays', async () => {
    const { run_id } = await queueRun(world, suite);
    await loseWorkerOf(run_id, 1);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued', attempt: 1, reported_count: 1 });
    const second = await claimRun(await enrolWorker(world), run_id);
    expect(second.claim.attempt).toBe(2);
    const [, remaining] = suite.tests;
    expect(second.claim.plan.tests.map((planned) => planned.regression_test_id)).toEqual([
      remaining?.regression_test_id,
    ]);
    await complete(second);
    expect(await runOf(run_id)).toMatchObject({ status: 'fail', reported_count: 1, planned_count: 2 });
  });

  test('ends its leases: every request under them is refused and changes nothing', async () => {
    const { run_id } = await queueRun(world, suite);
    const lease = await loseWorkerOf(run_id);
    await expectLeaseLost(world.admin, lease, suite);
    await complete(await claimRun(await enrolWorker(world), run_id));
  });

  test('three attempts in a row lost without a result end the run as error', async () => {
    const { run_id } = await queueRun(world, suite);
    const statuses = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await loseWorkerOf(run_id);
      statuses.push((await runOf(run_id)).status);
    }
    expect(statuses).toEqual(['queued', 'queued', 'error']);
    const { data } = await world.admin.expect('listRunProgress', 200, { path: { run_id } });
    expect(data.at(-1)).toMatchObject({ status: 'error', attempt: 3 });
  });

  test('a result between them gives the run new attempts', async () => {
    const { run_id } = await queueRun(world, suite);
    await loseWorkerOf(run_id);
    await loseWorkerOf(run_id);
    await loseWorkerOf(run_id, 1);
    await loseWorkerOf(run_id);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued', attempt: 4, reported_count: 1 });
    await complete(await claimRun(await enrolWorker(world), run_id));
  });

  test('a worker that is waiting for a run when it is revoked gets none', async () => {
    const { path, client } = await enrol();
    const waiting = client.call('claimRun', {
      body: { platforms: ['linux'], wait_ms: 4000, input_types: ['file'], output_types: ['file'] },
    });
    await untilSeen(path.worker_id);
    await world.operator.expect('revokeWorker', 204, { path });
    const { run_id } = await queueRun(world, suite);
    expect((await waiting).status).toBe(401);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued', attempt: 0 });
    await complete(await claimRun(await enrolWorker(world), run_id));
  });
});

async function untilSeen(worker_id: number): Promise<void> {
  for (let polls = 0; polls < 200; polls += 1) {
    const { pagination } = await world.operator.expect('listWorkers', 200, { query: { limit: 1 } });
    const query = { limit: 100, offset: Math.max(0, pagination.total - 100) };
    const { data } = await world.operator.expect('listWorkers', 200, { query });
    if (data.find((worker) => worker.worker_id === worker_id)?.last_seen_at != null) return;
  }
  throw new Error(`worker ${worker_id} was never seen`);
}

describe('400 and 404', () => {
  test('a worker that does not exist', async () => {
    const path = { worker_id: 2_147_483_647 };
    expect(await world.operator.expect('revokeWorker', 404, { path })).toMatchObject({ code: 'not_found' });
  });

  test.each([0, 2_147_483_648])('worker id %d', async (worker_id) => {
    expect(faultyFields(await world.operator.call('revokeWorker', { path: { worker_id } }))).toEqual([
      'path.worker_id',
    ]);
  });
});

describe('401 and 403', () => {
  test('needs a valid token, system:write and an operator; whoever is refused revokes nothing', async () => {
    const { path, client } = await enrol();
    await expectCredentialNeeded(world, (caller) => caller.call('revokeWorker', { path }));
    const operatorWith = (scopes: Scope[]) => signIn(world.url, operatorEmail, operatorPassword, scopes);
    await expectScopeNeeded(operatorWith, 'system:write', (caller) => caller.call('revokeWorker', { path }));
    expect(failureOf(await world.admin.call('revokeWorker', { path }), 403).code).toBe('forbidden');
    const body = { platforms: ['linux' as const], wait_ms: 0, input_types: [], output_types: [] };
    expect((await client.call('claimRun', { body })).status).toBe(204);
  });
});
