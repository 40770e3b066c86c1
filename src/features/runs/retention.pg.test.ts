import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { settingsFrom } from '../../config.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import { createLogger } from '../../logger.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { fillInstallation, wholeInstallation, type Installation } from '../../testing/installation.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { sweepRuns } from './retention.ts';

let server: TestServer;
let database: TestDatabase;
let directory: string;
let opened: OpenDatabase;
let installation: Installation;

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  directory = await mkdtemp(join(tmpdir(), 'spci-retention-'));
  opened = await openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  installation = { db: opened.db, blobs: await openFileBlobStore(directory) };
  await fillInstallation(installation);
});
afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
  await database.drop();
  await server.stop();
});

const retention = { SPCI_RETENTION_DAYS: '30' };
const lock = sql`7205`;

const sweep = () =>
  sweepRuns({
    db: opened.db,
    settings: settingsFrom(retention),
    logger: createLogger('silent'),
    stopping: new AbortController().signal,
    runDeleted: () => undefined,
  });

/** A process that does what `sweep` does. */
function startSweeping() {
  const source = (path: string): string => join(import.meta.dirname, '../..', path);
  const program = `
    import { settingsFrom } from '${source('config.ts')}';
    import { openDatabase } from '${source('db/open-database.ts')}';
    import { sweepRuns } from '${source('features/runs/retention.ts')}';
    import { createLogger } from '${source('logger.ts')}';
    const logger = createLogger('silent');
    const { db } = await openDatabase({ databaseUrl: '${database.url}', directory: '' }, logger);
    const settings = settingsFrom(${JSON.stringify(retention)});
    const { signal: stopping } = new AbortController();
    await sweepRuns({ db, settings, logger, stopping, runDeleted: () => undefined });`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Those of processes, living and dead, that are in a transaction. */
async function countTransactions(): Promise<number> {
  const { rows } = await sql`
    select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`.execute(opened.db);
  return rows.length;
}

test('a process that is killed while it deletes a run leaves the run whole, and the next sweep deletes it', async () => {
  const { db } = opened;
  const ended = { status: 'canceled', ended: 'canceled', completed_at: '2026-01-03T00:00:00Z' } as const;
  await db.updateTable('runs').set(ended).execute();
  // When an output goes, the run, its plan and its results have gone before it in the same transaction.
  await sql`create function hold() returns trigger language plpgsql set lock_timeout = 0 as
    'begin perform pg_advisory_xact_lock(${lock}); return old; end'`.execute(db);
  await sql`create trigger hold before delete on result_outputs for each row execute function hold()`.execute(db);
  const whole = await wholeInstallation(installation);

  await db.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(${lock})`.execute(holder);
    const child = startSweeping();
    const died = once(child, 'exit');
    expect(await Promise.race([died, waitingConnections(db)])).toBe(1);
    child.kill('SIGKILL');
    expect(await died).toEqual([null, 'SIGKILL']);
    expect(await sweep()).toBe(0);
    await sql`select pg_advisory_unlock(${lock})`.execute(holder);
  });
  while ((await countTransactions()) > 0) await delay(5);
  expect(await wholeInstallation(installation)).toEqual(whole);

  expect(await sweep()).toBe(1);
  const { discarded_contents: discarded, ...left } = await wholeInstallation(installation);
  const { discarded_contents: _, ...kept } = whole;
  const gone = ['leases', 'log_lines', 'planned_outputs', 'planned_tests', 'result_outputs', 'results', 'runs'];
  expect(gone.filter((table) => whole[table]?.length === 0)).toEqual([]);
  expect(left).toEqual({ ...kept, ...Object.fromEntries(gone.map((table) => [table, []])) });
  expect(discarded).toHaveLength(3);
});
