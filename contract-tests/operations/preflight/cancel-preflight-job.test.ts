import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startLoopbackHost, type LoopbackHost } from '../../../src/testing/loopback-hosts.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { beginPreflight, endedPreflight } from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let host: LoopbackHost;

beforeAll(async () => {
  world = await openWorld();
  // Open to all, and never there.
  host = await startLoopbackHost('127.0.0.7', ({ method }, response) => {
    if (method === 'HEAD') response.writeHead(204).end();
  });
});
afterAll(async () => host[Symbol.asyncDispose]());

const begin = (at: World = world) =>
  beginPreflight(at, { urls: Array.from({ length: 50 }, (_, index) => `${host.origin}/${index}`) });

test('200: it is canceled for good, and is left as it is by another who cancels it', async () => {
  const path = { job_id: await begin() };
  const canceled = await world.admin.expect('cancelPreflightJob', 200, { path });
  expect(canceled).toMatchObject({ ...path, status: 'canceled', verdict: null, ended_at: canceled.updated_at });
  expect(canceled).not.toHaveProperty('error');
  expect(await world.admin.expect('cancelPreflightJob', 200, { path })).toEqual(canceled);
  const { result_type, ...job } = await world.admin.expect('getPreflightJob', 200, { path });
  expect([job.status, job.ended_at, result_type]).toEqual(['canceled', canceled.ended_at, 'inline']);
});

test('200: one that is completed stays so', async () => {
  const path = { job_id: await endedPreflight(world) };
  expect(await world.admin.expect('cancelPreflightJob', 200, { path })).toMatchObject({
    ...{ status: 'completed', verdict: 'incomplete' },
  });
});

test('404: a job of another domain is like one that does not exist, and goes on', async () => {
  const other = await openWorld();
  const job_id = await begin(other);
  await expectForeignHidden(
    world.admin,
    'cancelPreflightJob',
    { path: { job_id } },
    { path: { job_id: randomUUID() } },
  );
  const path = { job_id };
  expect(await other.admin.expect('getPreflightJob', 200, { path })).toMatchObject({ status: 'in_progress' });
  await other.admin.expect('cancelPreflightJob', 200, { path });
});

test('400: an id that is none', async () => {
  const path = { job_id: '1' };
  expect(faultyFields(await world.admin.call('cancelPreflightJob', { path }))).toEqual(['path.job_id']);
});

describeGuard(
  () => world,
  'cancelPreflightJob',
  { path: { job_id: randomUUID() } },
  { scope: 'runs:write', refusedRoles: ['user'] },
);
