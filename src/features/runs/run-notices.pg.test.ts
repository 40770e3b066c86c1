import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { createRunNotices, noticeRun, type RunNotices } from './run-notices.ts';

let server: TestServer;
let database: TestDatabase;
/** Two processes, as far as the database can tell. */
let own: OpenDatabase;
let other: OpenDatabase;
let notices: RunNotices;

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  const open = () => openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  own = await open();
  other = await open();
  notices = createRunNotices(own.listen);
});
afterAll(async () => {
  await own.close();
  await other.close();
  await database.drop();
  await server.stop();
});

const never = new AbortController().signal;
/** Longer than a test may take: only a notice ends such a wait in time. */
const forEver = 600_000;
const tell = (runId: number) => other.db.transaction().execute((trx) => noticeRun(trx, runId));

test('a wait ends when another process tells of the run, and of no other', async () => {
  const [first, second] = [notices.watch(1), notices.watch(2)];
  // That listening has begun wakes everybody once.
  await Promise.all([first.wait(forEver, never), second.wait(forEver, never)]);
  await tell(1);
  await first.wait(forEver, never);
  const quiet = new AbortController();
  const waiting = second.wait(forEver, quiet.signal).then(() => 'woken');
  await tell(1);
  await first.wait(forEver, never);
  expect(await Promise.race([waiting, 'asleep'])).toBe('asleep');
  quiet.abort();
  await waiting;
  first.close();
  second.close();
});

test('a notice before the wait is not lost', async () => {
  const [watch, witness] = [notices.watch(3), notices.watch(3)];
  await tell(3);
  await witness.wait(forEver, never);
  await watch.wait(forEver, never);
  watch.close();
  witness.close();
});

test('what is rolled back is told to nobody', async () => {
  const watch = notices.watch(4);
  const undone = other.db.transaction().execute(async (trx) => {
    await noticeRun(trx, 4);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const waiting = watch.wait(forEver, never).then(() => 'woken');
  const witness = notices.watch(5);
  await tell(5);
  await witness.wait(forEver, never);
  expect(await Promise.race([waiting, 'asleep'])).toBe('asleep');
  await tell(4);
  expect(await waiting).toBe('woken');
});

test('a connection that was lost is made again, and everybody looks', async () => {
  const watch = notices.watch(6);
  const waiting = watch.wait(forEver, never);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where query like 'listen %' and pid <> pg_backend_pid() and datname = current_database()`.execute(other.db);
  await waiting;
  await tell(6);
  await watch.wait(forEver, never);
  watch.close();
});
