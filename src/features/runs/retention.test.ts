import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { pino } from 'pino';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { createMetrics } from '../../http/metrics.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertResult, insertRun, insertTenant, insertTest, planTest, digest } from '../../testing/run-fixture.ts';
import { countRunsToRetain, deleteRun, listRunsToRetain } from './retention.queries.ts';
import { sweepRuns } from './retention.ts';

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await openMigrated();
});
afterAll(() => opened.close());

const metrics = createMetrics();
const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const passed = { status: 'pass', ended: 'completed', pass_count: 1, reported_count: 1 } as const;
const canceled = { status: 'canceled', ended: 'canceled' } as const;

const sweep = (environment: Record<string, string> = { SPCI_RETENTION_DAYS: '30' }) =>
  sweepRuns({
    db: opened.db,
    settings: settingsFrom(environment),
    logger: pino({ level: 'silent' }),
    stopping: new AbortController().signal,
    runDeleted: metrics.runDeleted,
  });

/** What the counters of the process say. */
async function counted(): Promise<{ readonly runs: number; readonly bytes: number }> {
  const text = await metrics.render();
  const valueOf = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  return {
    runs: valueOf('spci_retention_deleted_runs_total'),
    bytes: valueOf('spci_retention_deleted_output_bytes_total'),
  };
}

const idsLeft = async (domainId: number): Promise<number[]> =>
  (await opened.db.selectFrom('runs').select('id').where('domain_id', '=', domainId).orderBy('id').execute()).map(
    ({ id }) => id,
  );

/** Rows of every table that names runs, by table. */
async function rowsOf(runId: number): Promise<Record<string, number>> {
  const { rows } = await sql<{ table: string }>`
    select table_name as table from information_schema.columns
    where column_name = 'run_id' and table_schema = 'public' order by 1`.execute(opened.db);
  const counts: Record<string, number> = {};
  for (const { table } of rows) {
    const found = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} where run_id = ${runId}`.execute(opened.db);
    counts[table] = Number(found.rows[0]?.count);
  }
  return counts;
}

test('nothing is deleted where runs are kept for ever', async () => {
  const tenant = await insertTenant(opened.db, 'for-ever');
  const { id } = await insertRun(opened.db, tenant, { ...canceled, completed_at: daysAgo(9999) });
  expect(await sweep({})).toBe(0);
  expect(await idsLeft(tenant.domain_id)).toEqual([id]);
});

test('what the preview tells as due is what goes, and what it holds stays, each for its reason', async () => {
  const tenant = await insertTenant(opened.db, 'previewed');
  const old = { completed_at: daysAgo(31) };
  const make = (changes: object) => insertRun(opened.db, tenant, { ...passed, ...old, ...changes });
  const runs = {
    young: await make({ completed_at: daysAgo(29) }),
    open: await insertRun(opened.db, tenant),
    canceled: await make({ ...canceled, pass_count: 0, reported_count: 0 }),
    earlierMain: await make({}),
    latestMain: await make({}),
    laterBranch: await make({ branch: 'feature' }),
    laterPull: await make({ pr_number: 17 }),
    latestWindows: await make({ platform: 'windows' }),
    approved: await make({ branch: 'feature' }),
  };
  const { domain_id, account_id } = tenant;
  const approval = {
    domain_id,
    account_id,
    run_id: runs.approved.id,
    status_before: 'fail',
    status_after: 'pass',
  } as const;
  await opened.db.insertInto('baseline_approvals').values(approval).execute();
  await opened.db.updateTable('runs').set({ branch: 'other' }).where('id', '=', runs.young.id).execute();

  const previewed = await listRunsToRetain(opened.db, domain_id, 30, undefined, { limit: 100, offset: 0 });
  const told = Object.fromEntries(previewed.map(({ run_id, held_because }) => [run_id, held_because]));
  expect(told).toEqual({
    [runs.canceled.id]: [],
    [runs.earlierMain.id]: [],
    [runs.latestMain.id]: ['latest_of_main_branch'],
    [runs.laterBranch.id]: [],
    [runs.laterPull.id]: [],
    [runs.latestWindows.id]: ['latest_of_main_branch'],
    [runs.approved.id]: ['approved_from'],
  });
  const deleted = await opened.db.transaction().execute((trx) => deleteRun(trx, runs.approved.id));
  expect(deleted).toBeUndefined();
  const before = await idsLeft(domain_id);
  const due = previewed.filter(({ held_because }) => held_because.length === 0).map(({ run_id }) => run_id);
  await Promise.all([sweep(), sweep()]);
  expect(await idsLeft(domain_id)).toEqual(before.filter((id) => !due.includes(id)));
  expect(await sweep()).toBe(0);
});

test('everything of a run goes with it and is counted, its contents are looked after, and other runs keep theirs', async () => {
  const tenant = await insertTenant(opened.db, 'whole');
  const { db } = opened;
  const place = await insertTest(db, tenant);
  const make = async (changes: object) => {
    const run = await insertRun(db, tenant, { ...passed, branch: 'feature', ...changes });
    await planTest(db, run.id, tenant, place, { baseline_sha256: digest('a') });
    await insertResult(
      db,
      run.id,
      place,
      { status: 'pass' },
      { sha256: digest('c'), size_bytes: 3, status: 'pass', class: 'identical' },
    );
    await db
      .insertInto('run_events')
      .values({ run_id: run.id, status: 'completed', message: '', step: 1, attempt: 1 })
      .execute();
    return run.id;
  };
  const gone = await make({ completed_at: daysAgo(31) });
  const kept = await make({ completed_at: daysAgo(1) });
  const whole = await rowsOf(kept);
  expect(await countRunsToRetain(db, tenant.domain_id, 30)).toEqual({ due: 1, held: 0, due_bytes: 3 });
  const before = await counted();
  await sweep();
  expect(await counted()).toEqual({ runs: before.runs + 1, bytes: before.bytes + 3 });
  expect(Object.values(await rowsOf(gone)).filter((count) => count > 0)).toEqual([]);
  expect(await rowsOf(kept)).toEqual(whole);
  const discarded = await db.selectFrom('discarded_contents').select('sha256').orderBy('sha256').execute();
  expect(discarded.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(['5', 'a', 'c'].map(digest)));
});

test('a deletion that fails on the way leaves the run whole', async () => {
  const tenant = await insertTenant(opened.db, 'failing');
  const { db } = opened;
  const place = await insertTest(db, tenant);
  const run = await insertRun(db, tenant, { ...canceled, completed_at: daysAgo(31) });
  await planTest(db, run.id, tenant, place);
  const whole = await rowsOf(run.id);
  await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception $$no$$; end'`.execute(
    db,
  );
  await sql`create trigger refuse before delete on planned_outputs for each row execute function refuse()`.execute(db);
  const before = await counted();
  await expect(sweep()).rejects.toThrow('no');
  expect(await counted()).toEqual(before);
  expect(await rowsOf(run.id)).toEqual(whole);
  await sql`drop trigger refuse on planned_outputs`.execute(db);
  await sweep();
  expect(await idsLeft(tenant.domain_id)).toEqual([]);
});
