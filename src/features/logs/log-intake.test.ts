import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { LeasePrincipal } from '../../principal.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertLease, insertRun, insertTenant, insertTest, planTest, type Tenant } from '../../testing/run-fixture.ts';
import { appendLines, logLinesMax, type NewLogLine } from './log-intake.ts';
import type { LogLineRow } from './logs.table.ts';

let opened: OpenDatabase;
let tenant: Tenant;

beforeAll(async () => {
  opened = await openMigrated();
  tenant = await insertTenant(opened.db, 'own');
});
afterAll(() => opened.close());

async function leased(changes: Parameters<typeof insertLease>[2] = {}): Promise<LeasePrincipal> {
  return insertLease(opened.db, await insertRun(opened.db, tenant, { status: 'running', attempt: 1 }), changes);
}

function line(message: string, changes: Partial<NewLogLine> = {}): NewLogLine {
  return { at: '2026-11-22T10:00:00Z', level: 'info', source: 'test_runner', message, ...changes };
}

const append = (lease: LeasePrincipal, first_line: number, lines: readonly NewLogLine[]): Promise<number> =>
  appendLines(opened, lease, { first_line, lines });

const logOf = (lease: LeasePrincipal): Promise<LogLineRow[]> =>
  opened.db.selectFrom('log_lines').selectAll().where('run_id', '=', lease.runId).orderBy('line').execute();

const messagesOf = async (lease: LeasePrincipal): Promise<string[]> =>
  (await logOf(lease)).map(({ line: number, message }) => `${number} ${message}`);

describe('lines', () => {
  test('are stored as they are, numbered from the start of the run', async () => {
    const lease = await leased();
    const text = ' <b>%1$s</b> \\n \u202E\uFEFF';
    const planned = await insertTest(opened.db, tenant);
    await planTest(opened.db, lease.runId, tenant, planned);
    const { regression_test_id } = planned;
    expect(await append(lease, 0, [line(text, { regression_test_id }), line('', { level: 'error' })])).toBe(2);
    const row = { run_id: lease.runId, attempt: 1, at: '2026-11-22T10:00:00.000Z', source: 'test_runner' };
    expect(await logOf(lease)).toEqual([
      { ...row, line: 0, level: 'info', message: text, regression_test_id },
      { ...row, line: 1, level: 'error', message: '', regression_test_id: null },
    ]);
  });

  test('go on where the lease found the log', async () => {
    const lost = await leased();
    await append(lost, 0, [line('first attempt')]);
    await sql`update leases set released_at = now() where id = ${lost.leaseId}`.execute(opened.db);
    await sql`update runs set attempt = 2 where id = ${lost.runId}`.execute(opened.db);
    const lease = await insertLease(opened.db, { id: lost.runId, attempt: 2 }, { log_offset: 1 });
    expect(await append(lease, 0, [line('second attempt')])).toBe(1);
    expect(await messagesOf(lease)).toEqual(['0 first attempt', '1 second attempt']);
    expect((await logOf(lease)).map((row) => row.attempt)).toEqual([1, 2]);
  });

  test('that are repeated change nothing', async () => {
    const lease = await leased();
    await append(lease, 0, [line('a'), line('b')]);
    expect(await append(lease, 0, [line('other')])).toBe(2);
    expect(await append(lease, 1, [line('other'), line('c')])).toBe(3);
    expect(await messagesOf(lease)).toEqual(['0 a', '1 b', '2 c']);
  });

  test('behind a gap are refused as a whole, with the number that must come', async () => {
    const lease = await leased();
    await append(lease, 0, [line('a')]);
    const gap = { code: 'unprocessable', details: { next_line: 1 } };
    await expect(append(lease, 2, [line('c')])).rejects.toMatchObject(gap);
    expect(await messagesOf(lease)).toEqual(['0 a']);
  });

  test('with NUL, which the database does not store, show that something was there', async () => {
    const lease = await leased();
    await append(lease, 0, [line('a\0b')]);
    expect(await messagesOf(lease)).toEqual(['0 a\uFFFDb']);
  });

  test('of a moment that the database cannot hold are refused by name', async () => {
    const lines = [line('a'), line('b', { at: '0000-01-01T00:00:00Z' })];
    const fields = { 'body.lines[1].at': ['must be a moment of the years 1 to 9999'] };
    await expect(append(await leased(), 0, lines)).rejects.toMatchObject({
      code: 'validation_error',
      details: { fields },
    });
  });
});

describe('a lease that is no longer held', () => {
  const lost = { code: 'lease_lost' };

  test.each<[string, () => Promise<LeasePrincipal>]>([
    ['was released', () => leased({ released_at: new Date().toISOString() })],
    ['ran out', () => leased({ expires_at: new Date(Date.now() - 1000).toISOString() })],
  ])('because it %s writes nothing', async (_why, lease) => {
    const principal = await lease();
    await expect(append(principal, 0, [line('late')])).rejects.toMatchObject(lost);
    expect(await logOf(principal)).toEqual([]);
  });

  test.each([
    ['ended', sql`update runs set status = 'canceled', ended = 'canceled'`],
    ['is at another attempt', sql`update runs set attempt = attempt + 1`],
  ])('because its run %s writes nothing', async (_why, change) => {
    const lease = await leased();
    await sql`${change} where id = ${lease.runId}`.execute(opened.db);
    await expect(append(lease, 0, [line('late')])).rejects.toMatchObject(lost);
    expect(await logOf(lease)).toEqual([]);
  });
});

describe('a log that is full', () => {
  /** A lease whose run has this many lines. */
  async function nearlyFull(count: number): Promise<LeasePrincipal> {
    const lease = await leased({ log_offset: count });
    await sql`
      insert into log_lines (run_id, line, attempt, at, level, source, message)
      select ${lease.runId}, line, 1, now(), 'info', 'worker', 'x' from generate_series(0, ${count - 1}::integer) as line
    `.execute(opened.db);
    return lease;
  }
  const endOf = async (lease: LeasePrincipal): Promise<LogLineRow[]> => (await logOf(lease)).slice(logLinesMax - 2);

  test('ends with a line that says so, and the worker goes on', async () => {
    const lease = await nearlyFull(logLinesMax - 2);
    expect(await append(lease, 0, [line('a'), line('b'), line('c')])).toBe(3);
    expect(await append(lease, 3, [line('d')])).toBe(4);
    expect(await append(lease, 0, [line('a'), line('b')])).toBe(2);
    expect(await endOf(lease)).toEqual([
      expect.objectContaining({ line: logLinesMax - 2, message: 'a', source: 'test_runner' }),
      expect.objectContaining({
        ...{ line: logLinesMax - 1, level: 'warning', source: 'orchestrator', attempt: 1 },
        message: 'This log is full: its first 199999 lines are kept, further ones are dropped.',
      }),
    ]);
  });

  test('takes no line of a later attempt', async () => {
    const lease = await nearlyFull(logLinesMax);
    expect(await append(lease, 0, [line('a')])).toBe(1);
    expect(await append(lease, 1, [line('b')])).toBe(2);
    expect(await logOf(lease)).toHaveLength(logLinesMax);
  });

  test('is still refused to a lease that is lost', async () => {
    const lease = await nearlyFull(logLinesMax);
    await sql`update leases set released_at = now() where id = ${lease.leaseId}`.execute(opened.db);
    await expect(append(lease, 0, [line('late')])).rejects.toMatchObject({ code: 'lease_lost' });
  });
});
