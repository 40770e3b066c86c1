import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { Client } from '../../harness/client.ts';
import { drainQueue, leaseOf } from '../../harness/drain-queue.ts';
import { complete } from '../../harness/held-run.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { expectCredentialNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { claimRun, enrolWorker, makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

type ClaimRequest = components['schemas']['ClaimRequest'];

let server: ServerProcess;
let world: World;
let suite: Suite;
let worker: Client;

/** A server of its own: what a claim answers depends on every run of the installation. */
beforeAll(async () => {
  server = await startOwnServer({});
  world = await openWorld(server.url);
  suite = await makeSuite(world, 2);
  worker = await enrolWorker(world, ['linux', 'windows']);
});
afterAll(() => server.stop());

const claim = (body: Partial<ClaimRequest> = {}, by = worker) =>
  by.call('claimRun', { body: { platforms: ['linux'], wait_ms: 0, ...body } });
const runOf = (run_id: number) => world.admin.expect('getRun', 200, { path: { run_id } });

describe('201', () => {
  test('gives the plan of the run, frozen when it was created, and the token of a lease', async () => {
    const queued = await queueRun(world, suite);
    const answer = await claim();
    if (answer.status !== 201) throw new Error(answer.text);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { lease_token, expires_at, plan, ...rest } = answer.body;
    expect(rest).toEqual({
      lease_id: expect.any(Number),
      run_id: queued.run_id,
      attempt: 1,
      heartbeat_ms: expect.any(Number),
    });
    expect(lease_token).toMatch(/^spcl_[0-9A-Za-z]{46}$/);
    expect(expires_at).toMatch(/Z$/);
    const bytes = `// ${queued.commit_sha}`;
    expect(plan).toMatchObject({
      repository: suite.repository,
      commit_sha: queued.commit_sha,
      platform: 'linux',
      build: { sha256: sha256(bytes), size_bytes: bytes.length, entry_point: 'tool.cjs' },
    });
    expect(plan.tests).toEqual(
      suite.tests.map((planned) =>
        expect.objectContaining({
          regression_test_id: planned.regression_test_id,
          command: planned.command,
          sample_id: suite.sample.sample_id,
          sample_sha256: suite.sample.sha,
          sample_size_bytes: suite.sample.size_bytes,
          outputs: planned.outputs.map(({ id }) => ({ output_id: id, filename: expect.any(String) })),
        }),
      ),
    );
    expect(await runOf(queued.run_id)).toMatchObject({ status: 'running', attempt: 1, queue_reason: null });
    await complete(leaseOf(worker, answer.body));
  });

  test('gives runs in the order in which they were queued, whatever their domain', async () => {
    const stranger = await openWorld(server.url);
    const theirs = await makeSuite(stranger);
    const queued = [await queueRun(world, suite), await queueRun(stranger, theirs), await queueRun(world, suite)].map(
      ({ run_id }) => run_id,
    );
    expect(await drainQueue(worker)).toEqual(queued);
  });

  test('gives each run to one of those who claim at once', async () => {
    const workers = await Promise.all(Array.from({ length: 6 }, () => enrolWorker(world)));
    const queued = [];
    for (let count = 1; count <= 4; count += 1) queued.push((await queueRun(world, suite)).run_id);
    const answers = await Promise.all([...workers, ...workers].map((by) => claim({}, by)));
    const claims = answers.flatMap((answer) => (answer.status === 201 ? [answer.body] : []));
    expect(claims.map(({ run_id }) => run_id).toSorted((one, other) => one - other)).toEqual(queued);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(8);
    for (const held of claims) await complete(leaseOf(worker, held));
  });

  test('wakes a waiting worker when a run is queued', async () => {
    const waiting = claim({ wait_ms: 30_000 });
    const { run_id } = await queueRun(world, suite);
    const answer = await waiting;
    if (answer.status !== 201) throw new Error(answer.text);
    expect(answer.body.run_id).toBe(run_id);
    await complete(leaseOf(worker, answer.body));
  });

  test('ends a wait in which no run came, whole seconds or not', async () => {
    for (const wait_ms of [1, 250, 1100]) expect((await claim({ wait_ms })).status).toBe(204);
  });

  test('plans only what is still without a result when the run is restarted by another attempt', async () => {
    const { run_id } = await queueRun(world, suite);
    const first = await claimRun(worker, run_id);
    for (const planned of suite.tests) await reportResult(first, planned, 'one');
    await complete(first);
    await world.admin.expect('restartRun', 202, { path: { run_id } });
    const second = await claimRun(worker, run_id);
    expect(second.claim).toMatchObject({ attempt: 2 });
    expect(second.claim.plan.tests).toHaveLength(suite.tests.length);
    await complete(second);
  });
});

describe('204', () => {
  test('nothing waits', async () => {
    const { status, text } = await claim();
    expect({ status, text }).toEqual({ status: 204, text: '' });
  });

  test('nothing came in the time that the worker waits', async () => {
    const { status, text } = await claim({ wait_ms: 250 });
    expect({ status, text }).toEqual({ status: 204, text: '' });
  });

  test('what waits is for another platform, or needs types that this worker does not offer', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    expect((await claim()).status).toBe(204);
    for (const offer of [{ input_types: ['stdin'] }, { output_types: ['stdout', 'null'] }, { input_types: [] }])
      expect((await claim({ platforms: ['windows'], ...(offer as Partial<ClaimRequest>) })).status).toBe(204);
    expect(await runOf(run_id)).toMatchObject({ status: 'queued', attempt: 0 });
    expect(await drainQueue(worker, ['linux', 'windows'])).toEqual([run_id]);
  });

  test('a canceled run is given to nobody', async () => {
    const { run_id } = await queueRun(world, suite);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    expect((await claim()).status).toBe(204);
  });
});

describe('400, 413 and 415', () => {
  test.each([
    ['platforms', { platforms: [] }],
    ['platforms[0]', { platforms: ['beos'] }],
    ['wait_ms', { wait_ms: 30_001 }],
    ['wait_ms', { wait_ms: -1 }],
    ['input_types[0]', { input_types: ['floppy'] }],
    ['sandbox', { sandbox: '' }],
    ['run_id', { run_id: 1 }],
  ])('names body.%s: %o', async (field, fault) => {
    const { run_id } = await queueRun(world, suite);
    const raw = JSON.stringify({ platforms: ['linux'], wait_ms: 0, ...fault });
    expect(faultyFields(await worker.call('claimRun', { raw }))).toEqual([`body.${field}`]);
    expect((await runOf(run_id)).status).toBe('queued');
    expect(await drainQueue(worker)).toEqual([run_id]);
  });

  test('takes JSON, and not more than it needs', async () => {
    await worker.expect('claimRun', 413, { raw: JSON.stringify({ sandbox: 'a'.repeat(300_000) }) });
    const headers = { 'Content-Type': 'text/plain' };
    await worker.expect('claimRun', 415, { body: { platforms: ['linux'], wait_ms: 0 }, headers });
  });
});

describe('401 and 403', () => {
  test('needs the token of a worker', () => expectCredentialNeeded(world, (client) => claim({}, client)));

  test('gives no run of a platform that the worker is not enrolled for', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const linuxOnly = await enrolWorker(world, ['linux']);
    const { code, details } = failureOf(await claim({ platforms: ['linux', 'windows'] }, linuxOnly), 403);
    expect({ code, details }).toMatchObject({ code: 'forbidden', details: { platforms: ['windows'] } });
    expect((await runOf(run_id)).status).toBe('queued');
    expect(await drainQueue(worker, ['windows'])).toEqual([run_id]);
  });
});
