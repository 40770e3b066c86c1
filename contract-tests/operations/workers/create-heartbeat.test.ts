import { beforeAll, describe, expect, test } from '@jest/globals';
import { complete, holdRun } from '../../harness/held-run.ts';
import { expectCredentialNeeded, failureOf } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

describe('200', () => {
  test('moves the end of the lease forward, each time', async () => {
    const { lease } = await holdRun(world, suite);
    const ends = [lease.claim.expires_at];
    for (let beats = 1; beats <= 3; beats += 1) {
      const state = await lease.client.expect('createHeartbeat', 200, { path: lease.path });
      expect(state.cancel_requested).toBe(false);
      ends.push(state.expires_at);
    }
    const moments = ends.map((end) => Date.parse(end));
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(new Set(ends).size).toBe(ends.length);
    await complete(lease);
  });

  test('tells of the cancellation, as often as it is asked', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const reason = 'superseded by a newer commit';
    await world.admin.expect('cancelRun', 202, { path: { run_id }, body: { reason } });
    for (let beats = 1; beats <= 2; beats += 1)
      expect(await lease.client.expect('createHeartbeat', 200, { path: lease.path })).toMatchObject({
        cancel_requested: true,
      });
    expect(await world.admin.expect('getRun', 200, { path: { run_id } })).toMatchObject({ status: 'canceled' });
  });

  test('changes nothing of the run', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const before = await world.admin.expect('getRun', 200, { path: { run_id } });
    await lease.client.expect('createHeartbeat', 200, { path: lease.path });
    expect(await world.admin.expect('getRun', 200, { path: { run_id } })).toEqual(before);
    await complete(lease);
  });
});

describe('409', () => {
  test('a lease that is over', async () => {
    const { lease } = await holdRun(world, suite);
    await complete(lease);
    const answer = await lease.client.call('createHeartbeat', { path: lease.path });
    expect(failureOf(answer, 409).code).toBe('lease_lost');
  });
});

describe('401', () => {
  test('needs the token of this very lease', async () => {
    const { lease, worker } = await holdRun(world, suite);
    const other = await holdRun(world, suite);
    await expectCredentialNeeded(world, (client) => client.call('createHeartbeat', { path: lease.path }));
    for (const client of [worker, world.operator, other.lease.client])
      await client.expect('createHeartbeat', 401, { path: lease.path });
    for (const lease_id of [2_147_483_647, 2_147_483_648, 0])
      await lease.client.expect('createHeartbeat', 401, { path: { lease_id } });
    await complete(lease);
    await complete(other.lease);
  });
});
