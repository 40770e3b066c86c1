import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertRun, insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import type { RunRow } from '../runs/runs.table.ts';
import { countOpenRuns, listOpenRuns, type QueueFilters } from './queue-reads.queries.ts';
import { queueJobView } from './queue.view.ts';

let opened: OpenDatabase;
let tenant: Tenant;
let running: RunRow;
let windows: RunRow;
let queued: RunRow;

beforeAll(async () => {
  opened = await openMigrated();
  tenant = await insertTenant(opened.db, 'own');
  await insertRun(opened.db, await insertTenant(opened.db, 'foreign'));
  const started_at = '2026-11-22T10:00:00.000Z';
  running = await insertRun(opened.db, tenant, { status: 'running', started_at });
  windows = await insertRun(opened.db, tenant, { platform: 'windows', started_at });
  queued = await insertRun(opened.db, tenant);
  await insertRun(opened.db, tenant, { status: 'canceled', ended: 'canceled' });
});
afterAll(() => opened.close());

const idsOf = async (filters: QueueFilters, page = { limit: 10, offset: 0 }): Promise<number[]> =>
  (await listOpenRuns(opened.db, tenant.domain_id, filters, page)).map((run) => run.id);

test('the queue shows the open runs of the domain, by id', async () => {
  expect(await idsOf({})).toEqual([running.id, windows.id, queued.id]);
  expect(await idsOf({}, { limit: 1, offset: 1 })).toEqual([windows.id]);
});

test('the queue is filtered by platform and by what the run does', async () => {
  expect(await idsOf({ platform: 'linux' })).toEqual([running.id, queued.id]);
  expect(await idsOf({ status: 'queued' })).toEqual([windows.id, queued.id]);
  expect(await idsOf({ platform: 'windows', status: 'running' })).toEqual([]);
});

test('the depth of the queue is that of the domain, whatever the filters', async () => {
  const depth = { queue_depth: 2, running_count: 1 };
  expect(await countOpenRuns(opened.db, tenant.domain_id, {})).toEqual({ total: 3, ...depth });
  expect(await countOpenRuns(opened.db, tenant.domain_id, { platform: 'windows' })).toEqual({ total: 1, ...depth });
  expect(await countOpenRuns(opened.db, tenant.domain_id, { status: 'running' })).toEqual({ total: 1, ...depth });
});

test('a run that was queued again has not started', async () => {
  const [first, second] = await listOpenRuns(opened.db, tenant.domain_id, {}, { limit: 2, offset: 0 });
  if (first === undefined || second === undefined) throw new Error('there are no open runs');
  expect(queueJobView(first, undefined)).toMatchObject({ status: 'running', position: null, reason: null });
  expect(queueJobView(first, undefined).started_at).toBe('2026-11-22T10:00:00.000Z');
  const place = { position: 1, reason: 'Waits for a worker' };
  expect(queueJobView(second, place)).toMatchObject({ status: 'queued', started_at: null, ...place });
});
