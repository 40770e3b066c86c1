import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { complete } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectCredentialNeeded, expectScopeNeeded, faultyFields } from '../../harness/refusals.ts';
import { claimRun, enrolWorker, makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { everyScope, openWorld, signIn, type World } from '../../harness/world.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';

type Change = components['schemas']['MaintenanceUpdateRequest'];

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

const path = { platform: 'windows' } as const;
const change = (body: Change) => world.operator.expect('updateMaintenance', 200, { path, body });
const shown = async () => (await world.admin.expect('getMaintenance', 200)).platforms;
const reasonOf = async (run_id: number) =>
  (await world.admin.expect('getQueue', 200)).data.find((job) => job.run_id === run_id)?.reason;

afterEach(async () => {
  await change({ disabled: false });
});

/** What a worker offers; the wait is over before a test would time out. */
const offer = (wait_ms: number): components['schemas']['ClaimRequest'] => ({
  platforms: ['windows'],
  input_types: ['file'],
  output_types: ['file'],
  wait_ms,
});

describe('200', () => {
  test('tells the platform as everybody is shown it, and leaves the others', async () => {
    const state = await change({ disabled: true, reason: 'New disks' });
    expect(state).toEqual({
      ...{ platform: 'windows', disabled: true, reason: 'New disks', changed_at: expect.stringMatching(/Z$/) },
    });
    expect(await shown()).toEqual([expect.objectContaining({ platform: 'linux', disabled: false }), state]);
    expect(await change({ disabled: true })).toMatchObject({ disabled: true, reason: null });
  });

  test('no worker is given a run of the platform, and the queue says why', async () => {
    const worker = await enrolWorker(world, ['windows']);
    await change({ disabled: true });
    const { run_id } = await queueRun(world, suite, 'windows');
    await worker.expect('claimRun', 204, { body: offer(0) });
    expect(await reasonOf(run_id)).toBe('Platform windows is in maintenance');
    await change({ disabled: false });
    expect(await reasonOf(run_id)).not.toMatch(/maintenance/);
    await complete(await claimRun(worker, run_id, ['windows']));
  });

  test('a claim that waits is given the run when maintenance ends', async () => {
    const worker = await enrolWorker(world, ['windows']);
    await change({ disabled: true });
    const { run_id } = await queueRun(world, suite, 'windows');
    const waiting = worker.expect('claimRun', 201, { body: offer(20_000) });
    await change({ disabled: false });
    const claim = await waiting;
    expect(claim.run_id).toBe(run_id);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
  });

  test('a run that is running goes on to its end', async () => {
    const worker = await enrolWorker(world, ['windows']);
    const { run_id } = await queueRun(world, suite, 'windows');
    const lease = await claimRun(worker, run_id, ['windows']);
    await change({ disabled: true });
    await lease.client.expect('createHeartbeat', 200, { path: lease.path, body: {} });
    await complete(lease);
  });

  test('once it has answered no claim that came before is given a run', async () => {
    const workers = await Promise.all([1, 2, 3, 4].map(() => enrolWorker(world, ['windows'])));
    for (let round = 0; round < 5; round += 1) {
      const queued = [await queueRun(world, suite, 'windows'), await queueRun(world, suite, 'windows')];
      const claims = workers.map((worker) => worker.call('claimRun', { body: offer(0) }));
      await change({ disabled: true });
      const runs = () =>
        Promise.all(queued.map(({ run_id }) => world.admin.expect('getRun', 200, { path: { run_id } })));
      const before = (await runs()).map(({ status }) => status);
      await Promise.all(claims);
      expect((await runs()).map(({ status }) => status)).toEqual(before);
      for (const { run_id } of queued) await world.admin.expect('cancelRun', 202, { path: { run_id } });
      await change({ disabled: false });
    }
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.disabled', {}],
    ['body.disabled', { disabled: 'yes' }],
    ['body.reason', { disabled: true, reason: '' }],
    ['body.reason', { disabled: true, reason: 'a\nb' }],
    ['body.reason', { disabled: true, reason: 'a'.repeat(201) }],
    ['body.until', { disabled: true, until: '2026-12-01' }],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const before = await shown();
    const answer = await callLoosely(world.operator, 'updateMaintenance', { path, raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([field]);
    expect(await shown()).toEqual(before);
  });

  test('an unknown platform', async () => {
    const input = { path: { platform: 'plan9' }, raw: '{"disabled":true}' };
    expect(faultyFields(await callLoosely(world.operator, 'updateMaintenance', input))).toEqual(['path.platform']);
  });
});

describe('401 and 403', () => {
  const input = { path, body: { disabled: false } };

  test('an administrator who is no operator changes nothing', async () => {
    const before = await shown();
    await world.admin.expect('updateMaintenance', 403, { path, body: { disabled: true } });
    expect(await shown()).toEqual(before);
  });

  test('needs system:write', async () => {
    const as = (scopes: typeof everyScope) => signIn(world.url, operatorEmail, operatorPassword, scopes);
    await expectScopeNeeded(as, 'system:write', (client) => client.call('updateMaintenance', input));
  });

  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('updateMaintenance', input)));
});

describeJsonBody(() => ({ ...world, admin: world.operator }), 'updateMaintenance', { path });
