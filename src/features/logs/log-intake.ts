import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, invalidFields } from '../../errors.ts';
import type { LeasePrincipal } from '../../principal.ts';
import { momentOf } from '../moment.ts';
import { noticeRun } from '../runs/run-notices.ts';
import { requireHeldLease } from '../workers/held-lease.ts';
import type { LeaseRow } from '../workers/workers.table.ts';
import { countLogLines, insertLogLines, listUnplannedTests } from './logs.queries.ts';
import type { LogLineRow } from './logs.table.ts';

export type NewLogLine = Pick<LogLineRow, 'at' | 'level' | 'source' | 'message'> & { regression_test_id?: number };

export interface LogLines {
  /** From 0 at the start of the lease. */
  readonly first_line: number;
  readonly lines: readonly NewLogLine[];
}

export const logLinesMax = 200_000;

/**
 * Appends lines of a lease and gives the number that its next line must have. A repeat changes nothing. Lines beyond
 * what a run may keep are dropped, and the last line kept says so: the worker goes on.
 */
export async function appendLines(
  { db }: Pick<AppContext, 'db'>,
  principal: LeasePrincipal,
  given: LogLines,
): Promise<number> {
  const lines = given.lines.map(storableLine);
  return db.transaction().execute(async (trx) => {
    // The run's lock, which this takes, also keeps two batches from finding the same count.
    const { lease } = await requireHeldLease(trx, principal);
    await assertPlanned(trx, lease.run_id, lines);
    const count = await countLogLines(trx, lease.run_id);
    const next = count - lease.log_offset;
    const full = count >= logLinesMax;
    if (given.first_line > next && !full)
      throw new AppError('unprocessable', `Line ${next} must come first.`, { next_line: next });
    await insertLogLines(trx, keptLines(lease, given.first_line, lines));
    await noticeRun(trx, lease.run_id);
    return Math.max(next, given.first_line + lines.length);
  });
}

function storableLine(line: NewLogLine, index: number): NewLogLine {
  const at = momentOf(line.at);
  if (at === undefined)
    throw invalidFields({ [`body.lines[${index}].at`]: ['must be a moment of the years 1 to 9999'] });
  return { ...line, at, message: line.message.replaceAll('\0', '\uFFFD') };
}

/** A line about a test that the run did not plan would be shown nowhere. */
async function assertPlanned(trx: Transaction<Database>, runId: number, lines: readonly NewLogLine[]): Promise<void> {
  const ids = new Set(lines.flatMap(({ regression_test_id: id }) => (id === undefined ? [] : [id])));
  const unplanned = ids.size === 0 ? [] : await listUnplannedTests(trx, runId, [...ids]);
  const fields = lines.flatMap(({ regression_test_id: id }, index): [string, string[]][] =>
    id !== undefined && unplanned.includes(id)
      ? [[`body.lines[${index}].regression_test_id`, ['must be a test that the run planned']]]
      : [],
  );
  if (fields.length > 0) throw invalidFields(Object.fromEntries(fields));
}

function keptLines(lease: LeaseRow, firstLine: number, lines: readonly NewLogLine[]): LogLineRow[] {
  const first = lease.log_offset + firstLine;
  return lines
    .slice(0, Math.max(0, logLinesMax - first))
    .map((line, index) => rowOf(lease, first + index, first + index === logLinesMax - 1 ? closingLine(line) : line));
}

/** Stands in the place of the first line that is dropped. */
function closingLine({ at }: NewLogLine): NewLogLine {
  const message = `This log is full: its first ${logLinesMax - 1} lines are kept, further ones are dropped.`;
  return { at, level: 'warning', source: 'orchestrator', message };
}

function rowOf(lease: LeaseRow, line: number, given: NewLogLine): LogLineRow {
  return {
    run_id: lease.run_id,
    line,
    attempt: lease.attempt,
    at: given.at,
    level: given.level,
    source: given.source,
    message: given.message,
    regression_test_id: given.regression_test_id ?? null,
  };
}
