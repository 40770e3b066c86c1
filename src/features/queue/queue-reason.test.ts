import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertRun, insertTenant, insertWorker, type Tenant } from '../../testing/run-fixture.ts';
import { queuePlacesOf, queueReason } from './queue-reason.ts';
import type { WorkerOffer } from './queue-reads.queries.ts';

const files: WorkerOffer = { platforms: ['linux'], input_types: ['file'], output_types: ['file'] };
const waiting = { platform: 'linux' as const, required_types: ['in:file', 'out:file'] };

describe('a run waits', () => {
  test('for want of a live worker of its platform, whatever others offer', () => {
    expect(queueReason(waiting, [], 3)).toBe('No live worker for platform linux');
    const windows: WorkerOffer = { ...files, platforms: ['windows'] };
    expect(queueReason(waiting, [windows], 0)).toBe('No live worker for platform linux');
  });

  test('for want of a type that no live worker of its platform offers', () => {
    const udp = { ...waiting, required_types: ['in:file', 'in:udp', 'out:file'] };
    const elsewhere: WorkerOffer = { ...files, platforms: ['windows'], input_types: ['udp', 'file'] };
    expect(queueReason(udp, [files, elsewhere], 3)).toBe('No live worker offers input type udp');
    const report = { ...waiting, required_types: ['out:report'] };
    expect(queueReason(report, [files], 0)).toBe('No live worker offers output type report');
  });

  test('for want of one worker that offers everything', () => {
    const stdout = { ...waiting, required_types: ['in:stdin', 'out:file'] };
    const stdin: WorkerOffer = { platforms: ['linux'], input_types: ['stdin'], output_types: [] };
    const reason = 'No live worker alone offers input type stdin, output type file';
    expect(queueReason(stdout, [files, stdin], 0)).toBe(reason);
  });

  test('for its turn', () => {
    expect(queueReason(waiting, [files], 3)).toBe('Waits behind 3 runs');
    expect(queueReason(waiting, [files], 1)).toBe('Waits behind 1 run');
    expect(queueReason(waiting, [files], 0)).toBe('Waits for a worker');
  });
});

describe('the place in the queue', () => {
  const settings = settingsFrom({ SPCI_LEASE_MS: '1000' });
  let opened: OpenDatabase;
  let tenant: Tenant;
  let foreign: Tenant;

  beforeAll(async () => {
    opened = await openMigrated();
    tenant = await insertTenant(opened.db, 'own');
    foreign = await insertTenant(opened.db, 'foreign');
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await sql`truncate runs, workers cascade`.execute(opened.db);
  });

  const at = (minute: number): string => `2026-11-22T10:0${minute}:00.000Z`;

  test('counts the queued runs of the platform in all domains, by the time they were queued', async () => {
    await insertWorker(opened.db, { platforms: ['linux', 'windows'] });
    const last = await insertRun(opened.db, tenant, { queued_at: at(3) });
    const restarted = await insertRun(opened.db, tenant, { queued_at: at(5) });
    await insertRun(opened.db, foreign, { queued_at: at(1) });
    await insertRun(opened.db, foreign, { queued_at: at(1), status: 'running' });
    const windows = await insertRun(opened.db, tenant, { queued_at: at(4), platform: 'windows' });
    const places = await queuePlacesOf({ db: opened.db, settings }, [last, restarted, windows]);
    expect([...places].toSorted(([a], [b]) => a - b)).toEqual([
      [last.id, { position: 2, reason: 'Waits behind 1 run' }],
      [restarted.id, { position: 3, reason: 'Waits behind 2 runs' }],
      [windows.id, { position: 1, reason: 'Waits for a worker' }],
    ]);
  });

  test('breaks ties by id', async () => {
    await insertWorker(opened.db);
    const first = await insertRun(opened.db, tenant, { queued_at: at(1) });
    const second = await insertRun(opened.db, tenant, { queued_at: at(1) });
    const places = await queuePlacesOf({ db: opened.db, settings }, [second, first]);
    expect([first, second].map((run) => places.get(run.id)?.position)).toEqual([1, 2]);
  });

  test.each([
    ['seen within the minute, though the lease is shorter', '50 seconds', false, 'Waits for a worker'],
    ['not seen for longer', '70 seconds', false, 'No live worker for platform linux'],
    ['revoked', '1 second', true, 'No live worker for platform linux'],
  ])('a worker %s decides the reason', async (_worker, ago, revoked, reason) => {
    await insertWorker(opened.db);
    await sql`update workers set last_seen_at = now() - ${ago}::interval,
      revoked_at = case when ${revoked}::boolean then now() end`.execute(opened.db);
    const queued = await insertRun(opened.db, tenant);
    expect((await queuePlacesOf({ db: opened.db, settings }, [queued])).get(queued.id)?.reason).toBe(reason);
  });

  test('a worker that never came is not live', async () => {
    await insertWorker(opened.db, { last_seen_at: null });
    const queued = await insertRun(opened.db, tenant);
    const places = await queuePlacesOf({ db: opened.db, settings }, [queued]);
    expect(places.get(queued.id)?.reason).toBe('No live worker for platform linux');
  });

  test('a platform in maintenance comes before whatever else a run waits for', async () => {
    const queued = await insertRun(opened.db, tenant);
    const setDisabled = (disabled: boolean) =>
      opened.db.updateTable('platforms').set({ disabled }).where('name', '=', 'linux').execute();
    await setDisabled(true);
    const places = await queuePlacesOf({ db: opened.db, settings }, [queued]);
    await setDisabled(false);
    expect(places.get(queued.id)?.reason).toBe('Platform linux is in maintenance');
  });

  test('many runs cost as many statements as one, and runs that do not wait cost none', async () => {
    let statements = 0;
    const db = opened.db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const queued = await Promise.all(Array.from({ length: 5 }, () => insertRun(opened.db, tenant)));
    expect((await queuePlacesOf({ db, settings }, queued)).size).toBe(5);
    expect(statements).toBe(3);
    await queuePlacesOf({ db, settings }, [await insertRun(opened.db, tenant, { status: 'running' })]);
    expect(statements).toBe(3);
  });
});
