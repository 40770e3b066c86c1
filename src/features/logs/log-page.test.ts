import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertRun, insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { readLog, scannedLinesMax, type LogPage } from './log-page.ts';
import type { LogFilters } from './logs.queries.ts';

let opened: OpenDatabase;
let tenant: Tenant;
let runId: number;

beforeAll(async () => {
  opened = await openMigrated();
  tenant = await insertTenant(opened.db, 'own');
  runId = (await insertRun(opened.db, tenant)).id;
  const row = { run_id: runId, attempt: 1, at: '2026-11-22T10:00:00.000Z', regression_test_id: null };
  const quiet = { ...row, level: 'info', source: 'worker' } as const;
  const lines = [
    { ...quiet, line: 0, message: 'started' },
    { ...quiet, line: 1, message: 'Caption stream 1 opened', source: 'test_runner' as const, regression_test_id: 5 },
    { ...quiet, line: 2, message: '100% of caption_stream', level: 'error' as const, regression_test_id: 6 },
    { ...quiet, line: 3, message: 'done' },
  ];
  await opened.db.insertInto('log_lines').values(lines).execute();
});
afterAll(() => opened.close());

type Read = LogFilters & { cursor?: number; limit?: number };
const read = ({ cursor = 0, limit = 10, ...filters }: Read = {}, run = runId): Promise<LogPage> =>
  readLog(opened.db, tenant.domain_id, run, { cursor, limit, ...filters });
const numbersOf = (page: LogPage): number[] => page.lines.map((row) => row.line);

describe('a log', () => {
  test('is read in order from the cursor, a page at a time', async () => {
    const first = await read({ limit: 3 });
    expect([numbersOf(first), first.next]).toEqual([[0, 1, 2], 3]);
    const second = await read({ limit: 3, cursor: 3 });
    expect([numbersOf(second), second.next]).toEqual([[3], null]);
  });

  test('has no next line when the page ends with its last one', async () => {
    expect((await read({ limit: 4 })).next).toBeNull();
    expect(await read({ cursor: 4 })).toEqual({ lines: [], next: null });
    expect(await read({ cursor: 1_000_000 })).toEqual({ lines: [], next: null });
  });

  test.each<[LogFilters, number[]]>([
    [{ level: 'error' }, [2]],
    [{ source: 'test_runner' }, [1]],
    [{ regression_test_id: 6 }, [2]],
    [{ contains: 'CAPTION' }, [1, 2]],
    [{ contains: '%' }, [2]],
    [{ contains: '_' }, [2]],
    [{ contains: '\\' }, []],
    [{ contains: 'caption', level: 'info' }, [1]],
  ])('is filtered by %j', async (filters, numbers) => {
    expect(numbersOf(await read(filters))).toEqual(numbers);
  });

  test('goes on behind the last line that fitted', async () => {
    expect((await read({ contains: 'caption', limit: 1 })).next).toBe(2);
  });

  test('that has no line yet is told from a run that is not there', async () => {
    const silent = await insertRun(opened.db, tenant);
    await expect(read({}, silent.id)).rejects.toMatchObject({ code: 'log_not_found' });
    const foreign = await insertRun(opened.db, await insertTenant(opened.db, 'foreign'));
    const missing = { code: 'not_found', message: 'There is no such run.' };
    await expect(read({}, foreign.id)).rejects.toMatchObject(missing);
    await expect(read({}, foreign.id + 1000)).rejects.toMatchObject(missing);
  });
});

test('one request looks at a bounded part of a long log, and the next goes on from there', async () => {
  const long = await insertRun(opened.db, tenant);
  await sql`
    insert into log_lines (run_id, line, attempt, at, level, source, message)
    select ${long.id}, line, 1, now(), 'info', 'worker', 'line ' || line
    from generate_series(0, ${2 * scannedLinesMax}::integer) as line
  `.execute(opened.db);
  const sought = { contains: `line ${2 * scannedLinesMax - 1}`, limit: 1 };
  const first = await read(sought, long.id);
  expect(first).toEqual({ lines: [], next: scannedLinesMax });
  const second = await read({ ...sought, cursor: scannedLinesMax }, long.id);
  expect([numbersOf(second), second.next]).toEqual([[2 * scannedLinesMax - 1], 2 * scannedLinesMax]);
  expect(await read({ ...sought, cursor: 2 * scannedLinesMax }, long.id)).toEqual({ lines: [], next: null });
});
