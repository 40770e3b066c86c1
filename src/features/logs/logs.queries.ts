import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { LogLineRow } from './logs.table.ts';

export interface LogFilters {
  readonly level?: LogLineRow['level'];
  readonly source?: LogLineRow['source'];
  readonly regression_test_id?: number;
  /** A part of the message, in any case. */
  readonly contains?: string;
}

/** Lines are numbered without gaps, so their count is the number of the next one. */
export async function countLogLines(db: Kysely<Database>, runId: number): Promise<number> {
  const { lines } = await db.selectNoFrom(lineCountOf(db, runId).as('lines')).executeTakeFirstOrThrow();
  return lines;
}

/** Undefined when the domain has no such run. */
export async function countLogLinesOfRun(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
): Promise<number | undefined> {
  const counted = await db
    .selectFrom('runs')
    .where('domain_id', '=', domainId)
    .where('id', '=', runId)
    .select(lineCountOf(db, runId).as('lines'))
    .executeTakeFirst();
  return counted?.lines;
}

/** Those of the lines from `first` up to `end` that the filters let through, in order. */
export async function listLogLines(
  db: Kysely<Database>,
  runId: number,
  filters: LogFilters,
  { first, end, limit }: { readonly first: number; readonly end: number; readonly limit: number },
): Promise<LogLineRow[]> {
  const { level, source, regression_test_id, contains } = filters;
  let lines = db.selectFrom('log_lines').where('run_id', '=', runId).where('line', '>=', first).where('line', '<', end);
  if (level !== undefined) lines = lines.where('level', '=', level);
  if (source !== undefined) lines = lines.where('source', '=', source);
  if (regression_test_id !== undefined) lines = lines.where('regression_test_id', '=', regression_test_id);
  if (contains !== undefined) lines = lines.where(sql<boolean>`strpos(lower(message), lower(${contains})) > 0`);
  return lines.selectAll().orderBy('line').limit(limit).execute();
}

/** A line that is there already stays as it is. */
export async function insertLogLines(trx: Transaction<Database>, lines: readonly LogLineRow[]): Promise<void> {
  if (lines.length === 0) return;
  await trx
    .insertInto('log_lines')
    .values([...lines])
    .onConflict((conflict) => conflict.columns(['run_id', 'line']).doNothing())
    .execute();
}

/** Reads the end of the primary key, however long the log. */
function lineCountOf(db: Kysely<Database>, runId: number) {
  return db
    .selectFrom('log_lines')
    .where('run_id', '=', runId)
    .select(sql<number>`coalesce(max(line) + 1, 0)`.as('lines'))
    .$asScalar()
    .$notNull();
}
