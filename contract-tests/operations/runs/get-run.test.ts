import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/api.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { completeRun, makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Run = components['schemas']['Run'];

let world: World;
let suite: Suite;
/** A server without workers, without runs of others ahead, and without GitHub. */
let lonely: ServerProcess;

beforeAll(async () => {
  lonely = await startOwnServer({ SPCI_GITHUB_CLIENT_ID: '', SPCI_GITHUB_CLIENT_SECRET: '' });
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

  test.each([
    [{}, (run: Run): string => `commit/${run.commit_sha}`],
    [{ pull_request: 17 }, (): string => 'pull/17'],
  ])('links to what GitHub shows of a run of %j', async (request, place) => {
    const run = await queueRun(world, suite, 'linux', request);
    expect(run.github_link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${run.repository}/${place(run)}$`));
  });

  test('tells why a queued run waits', async () => {
    const own = await openWorld(lonely.url);
    const { run_id } = await queueRun(own, await makeSuite(own), 'windows');
    const body = await own.admin.expect('getRun', 200, { path: { run_id } });
    const queue_reason = 'No live worker for platform windows';
    expect(body).toMatchObject({ status: 'queued', attempt: 0, reported_count: 0, queue_reason, github_link: null });
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
