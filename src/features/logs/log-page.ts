import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import { countLogLinesOfRun, listLogLines, type LogFilters, type ReadLogLine } from './logs.queries.ts';

export interface LogPage {
  readonly lines: readonly ReadLogLine[];
  /** Number of the line to go on from; null at the end of what is there. */
  readonly next: number | null;
}

/** However few lines the filters let through, one request looks at no more. */
export const scannedLinesMax = 20_000;

export async function readLog(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  { cursor, limit, ...filters }: LogFilters & { readonly cursor: number; readonly limit: number },
): Promise<LogPage> {
  const { sample_id } = filters;
  const count = await countLogLinesOfRun(db, domainId, runId, sample_id);
  if (count === undefined && sample_id !== undefined)
    throw new AppError('not_found', 'The run has no test over such a sample.');
  if (count === undefined) throw notFound('run');
  if (count === 0) throw new AppError('log_not_found', 'The run has written no line yet.');
  const end = Math.min(cursor + scannedLinesMax, count);
  const lines = await listLogLines(db, runId, filters, { first: cursor, end, limit });
  const last = lines.at(-1);
  const next = last !== undefined && lines.length === limit ? last.line + 1 : end;
  return { lines, next: next < count ? next : null };
}
