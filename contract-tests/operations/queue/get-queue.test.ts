import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { complete, holdRun } from '../../harness/held-run.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectCredentialNeeded, expectScopeNeeded, faultyFields } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { enrolWorker, makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let server: ServerProcess;
let world: World;
let suite: Suite;

/** A server of its own: reasons and places depend on the workers and runs of the whole installation. */
beforeAll(async () => {
  server = await startOwnServer({});
  world = await openWorld(server.url);
  suite = await makeSuite(world);
});
afterAll(() => server.stop());

const queueOf = async ({ admin }: Pick<World, 'admin'>, query = {}) => admin.expect('getQueue', 200, { query });
const reasons = async () => (await queueOf(world)).data.map(({ reason }) => reason);

describe('200', () => {
  const windows: number[] = [];

  test('is empty while nothing waits', async () => {
    expect(await queueOf(world)).toMatchObject({
      data: [],
      queue_depth: 0,
      running_count: 0,
      pagination: { total: 0 },
    });
  });

  test('gives waiting runs their place, counted over all domains', async () => {
    const stranger = await openWorld(server.url);
    const foreign = await queueRun(stranger, await makeSuite(stranger), 'windows');
    for (let count = 1; count <= 3; count += 1) windows.push((await queueRun(world, suite, 'windows')).run_id);
    const { data, queue_depth } = await queueOf(world);
    expect(data.map(({ run_id, position, started_at }) => [run_id, position, started_at])).toEqual([
      [windows[0], 2, null],
      [windows[1], 3, null],
      [windows[2], 4, null],
    ]);
    expect(queue_depth).toBe(3);
    const theirs = await queueOf(stranger);
    expect(theirs).toMatchObject({ data: [{ run_id: foreign.run_id, position: 1 }], queue_depth: 1 });
  });

  test('tells why they wait: no worker, none that can, or those ahead', async () => {
    expect(await reasons()).toEqual(Array(3).fill('No live worker for platform windows'));
    const worker = await enrolWorker(world, ['linux', 'windows']);
    const narrow = { platforms: ['windows' as const], wait_ms: 0, input_types: ['udp' as const], output_types: [] };
    await worker.expect('claimRun', 204, { body: narrow });
    expect(await reasons()).toEqual(Array(3).fill('No live worker offers input type file'));
    await worker.expect('claimRun', 204, { body: { platforms: ['linux'], wait_ms: 0 } });
    expect(await reasons()).toEqual(['Waits behind 1 run', 'Waits behind 2 runs', 'Waits behind 3 runs']);
  });

  test('shows a running run without place or reason, and no run that has ended', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const { data, running_count, queue_depth } = await queueOf(world);
    expect({ running_count, queue_depth }).toEqual({ running_count: 1, queue_depth: 3 });
    expect(data.at(-1)).toMatchObject({ run_id, status: 'running', platform: 'linux', position: null, reason: null });
    expect(data.at(-1)?.started_at).toEqual(expect.any(String));
    await complete(lease);
    expect((await queueOf(world)).data.map((job) => job.run_id)).toEqual(windows);
  });

  test('filters by platform and status; the counts stay those of the domain', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const ids = async (query: object) => {
      const { data, pagination, queue_depth, running_count } = await queueOf(world, query);
      expect({ queue_depth, running_count, total: pagination.total }).toEqual({
        queue_depth: 3,
        running_count: 1,
        total: data.length,
      });
      return data.map((job) => job.run_id);
    };
    expect(await ids({ platform: 'linux' })).toEqual([run_id]);
    expect(await ids({ platform: 'windows' })).toEqual(windows);
    expect(await ids({ status: 'running' })).toEqual([run_id]);
    expect(await ids({ status: 'queued' })).toEqual(windows);
    expect(await ids({ status: 'queued', platform: 'linux' })).toEqual([]);
    await complete(lease);
  });

  test.each([1, 2, 100])('pages of %d together are the whole queue', async (limit) => {
    const rows = await everyPage((query) => queueOf(world, query), limit);
    expect(rows.map((job) => job.run_id)).toEqual(windows);
    expect(rows).toEqual((await queueOf(world)).data);
  });
});

describe('400', () => {
  test.each([
    ['platform', { platform: 'beos' }],
    ['status', { status: 'pass' }],
    ['limit', { limit: 101 }],
    ['offset', { offset: -1 }],
  ])('%s: %o', async (name, query) => {
    expect(faultyFields(await world.admin.call('getQueue', { query: query as object }))).toEqual([`query.${name}`]);
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('getQueue')));

  test('needs system:read, which every member can have', async () => {
    await expectScopeNeeded(world.adminWith, 'system:read', (client) => client.call('getQueue'));
    await (await world.member('user', ['system:read'])).expect('getQueue', 200);
  });
});
