import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { RunRow } from '../runs/runs.table.ts';
import type { LogLineRow } from './logs.table.ts';

export interface LogFilters {
  readonly level?: LogLineRow['level'];
  readonly source?: LogLineRow['source'];
  readonly regression_test_id?: number;
  /** Sample of the test that the line is about. */
  readonly sample_id?: number;
  /** A part of the message, in any case. */
  readonly contains?: string;
}

/** `sample_id` is null when the line is about no test. */
export type ReadLogLine = LogLineRow & { sample_id: number | null };

/** Lines are numbered without gaps, so their count is the number of the next one. */
export async function countLogLines(db: Kysely<Database>, runId: number): Promise<number> {
  const { lines } = await db.selectNoFrom(lineCountOf(db, runId).as('lines')).executeTakeFirstOrThrow();
  return lines;
}

/** Undefined when the domain has no such run, or the run plans no test over that sample. */
export async function countLogLinesOfRun(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  sampleId?: number,
): Promise<number | undefined> {
  let runs = db.selectFrom('runs').where('domain_id', '=', domainId).where('id', '=', runId);
  if (sampleId !== undefined)
    runs = runs.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('planned_tests')
          .where('planned_tests.run_id', '=', runId)
          .where('planned_tests.sample_id', '=', sampleId)
          .select('planned_tests.run_id'),
      ),
    );
  const counted = await runs.select(lineCountOf(db, runId).as('lines')).executeTakeFirst();
  return counted?.lines;
}

export interface FollowedLog {
  /** Number of the next line. */
  readonly lines: number;
  readonly status: RunRow['status'];
  /** No line can come any more, unless the run is restarted. */
  readonly ended: boolean;
}

/** Undefined when the domain has no such run. One statement: a run that it finds ended has no line that it misses. */
export async function findFollowedLog(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
): Promise<FollowedLog | undefined> {
  return db
    .selectFrom('runs')
    .where('domain_id', '=', domainId)
    .where('id', '=', runId)
    .select(['status', sql<boolean>`ended is not null`.as('ended'), lineCountOf(db, runId).as('lines')])
    .executeTakeFirst();
}

/** Those of the tests that the run did not plan. */
export async function listUnplannedTests(
  trx: Transaction<Database>,
  runId: number,
  regressionTestIds: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from unnest(${regressionTestIds}::integer[]) id
    where not exists (select from planned_tests where run_id = ${runId} and regression_test_id = id)`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Those of the lines from `first` up to `end` that the filters let through, in order. */
export async function listLogLines(
  db: Kysely<Database>,
  runId: number,
  filters: LogFilters,
  { first, end, limit }: { readonly first: number; readonly end: number; readonly limit: number },
): Promise<ReadLogLine[]> {
  const { level, source, regression_test_id, sample_id, contains } = filters;
  let lines = db
    .selectFrom('log_lines')
    .leftJoin('planned_tests', (join) =>
      join
        .onRef('planned_tests.run_id', '=', 'log_lines.run_id')
        .onRef('planned_tests.regression_test_id', '=', 'log_lines.regression_test_id'),
    )
    .where('log_lines.run_id', '=', runId)
    .where('line', '>=', first)
    .where('line', '<', end);
  if (level !== undefined) lines = lines.where('level', '=', level);
  if (source !== undefined) lines = lines.where('source', '=', source);
  if (regression_test_id !== undefined) lines = lines.where('log_lines.regression_test_id', '=', regression_test_id);
  if (sample_id !== undefined) lines = lines.where('planned_tests.sample_id', '=', sample_id);
  if (contains !== undefined) lines = lines.where(sql<boolean>`strpos(lower(message), lower(${contains})) > 0`);
  return lines.selectAll('log_lines').select('planned_tests.sample_id').orderBy('line').limit(limit).execute();
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
