import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startOwnServer } from '../../harness/own-server.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { completeRun, makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
/** A server without workers, and without runs of others ahead. */
let lonely: ServerProcess;

beforeAll(async () => {
  lonely = await startOwnServer({});
  world = await openWorld();
  suite = await makeSuite(world, 2);
});
afterAll(() => lonely?.stop());

describe('200', () => {
  test('shows the counts of an ended run', async () => {
    const run = await completeRun(world, suite, 'one');
    const body = await world.admin.expect('getRun', 200, { path: { run_id: run.run_id } });
    expect(body).toMatchObject({
      status: 'fail',
      planned_count: 2,
      reported_count: 2,
      fail_count: 2,
      queue_reason: null,
    });
  });

  test('tells why a queued run waits', async () => {
    const own = await openWorld(lonely.url);
    const { run_id } = await queueRun(own, await makeSuite(own), 'windows');
    const body = await own.admin.expect('getRun', 200, { path: { run_id } });
    const queue_reason = 'No live worker for platform windows';
    expect(body).toMatchObject({ status: 'queued', attempt: 0, reported_count: 0, queue_reason });
  });
});

describe('404', () => {
  test('a run of another domain answers like one that does not exist', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const stranger = (await openWorld()).admin;
    const foreign = await stranger.expect('getRun', 404, { path: { run_id } });
    const missing = await stranger.expect('getRun', 404, { path: { run_id: 2_147_483_647 } });
    expect({ ...foreign, details: {} }).toEqual({ ...missing, details: {} });
  });
});

describe('401 and 403', () => {
  test('needs a token with runs:read', async () => {
    const path = { run_id: 1 };
    await world.anonymous.expect('getRun', 401, { path });
    const blind = await world.adminWith(['results:read']);
    const { details } = await blind.expect('getRun', 403, { path });
    expect(details).toMatchObject({ missing_scopes: ['runs:read'] });
  });
});

describe('400', () => {
  test.each(['0', '1e1', 'abc', '2147483648', '9'.repeat(30), '%31x'])('1.10: run id %s', async (id) => {
    const response = await fetch(`${world.url}/api/v1/runs/${id}`, {
      headers: { Authorization: `Bearer ${world.admin.token}` },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'validation_error',
      details: { fields: { 'path.run_id': expect.any(Array) } },
    });
  });
});
