import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { LogLineRow } from '../logs/logs.table.ts';
import type { ResultRow } from '../results/results.table.ts';
import type { RunRow } from '../runs/runs.table.ts';

export interface ComparableRun {
  readonly run_id: number;
  readonly commit_sha: string;
  readonly created_at: string;
}

/**
 * Where the test broke, on the way to this run along its branch and platform: the last run before it in which the test
 * passed, and the first after that in which it did not.
 */
export async function findRegression(
  db: Kysely<Database>,
  run: RunRow,
  regressionTestId: number,
): Promise<{ readonly last_passed: ComparableRun | null; readonly first_failed: ComparableRun | null }> {
  const { rows } = await sql<{ last_passed: ComparableRun | null; first_failed: ComparableRun | null }>`
    with passed as (
      ${comparableResults(run, regressionTestId)} and results.run_id < ${run.id} and results.status = 'pass'
      order by results.run_id desc limit 1
    ), failed as (
      ${comparableResults(run, regressionTestId)} and results.run_id <= ${run.id}
      and results.status in ('fail', 'missing_output')
      and results.run_id > coalesce((select run_id from passed), 0)
      order by results.run_id limit 1
    )
    select (select to_jsonb(passed) from passed) as last_passed, (select to_jsonb(failed) from failed) as first_failed`.execute(
    db,
  );
  return rows[0] ?? { last_passed: null, first_failed: null };
}

/** Lines about the test that none of its last three passes before this run has, with how many there are. */
export async function listNewLogLines(
  db: Kysely<Database>,
  run: RunRow,
  {
    regression_test_id,
    attempt,
  }: { readonly regression_test_id: number; readonly attempt: ResultRow['attempt'] | null },
  limit: number,
): Promise<(Pick<LogLineRow, 'line' | 'level' | 'message'> & { readonly total: number })[]> {
  const { rows } = await sql<Pick<LogLineRow, 'line' | 'level' | 'message'> & { total: number }>`
    with passed as (
      ${comparableResults(run, regression_test_id)} and results.run_id < ${run.id} and results.status = 'pass'
      order by results.run_id desc limit 3
    ), known as (
      select distinct message from log_lines
      where run_id in (select run_id from passed) and regression_test_id = ${regression_test_id}
    )
    select line, level, message, count(*) over () as total from log_lines
    where run_id = ${run.id} and regression_test_id = ${regression_test_id}
      and attempt = coalesce(${attempt}::integer, attempt)
      and not exists (select from known where known.message = log_lines.message)
    order by line limit ${limit}`.execute(db);
  return rows;
}

/** As moments are written everywhere. */
const shownCreation = sql`to_char(runs.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Results of the test in runs of the same repository, branch and platform that were completed, or are this run. */
function comparableResults(run: RunRow, regressionTestId: number) {
  return sql`
    select results.run_id, runs.commit_sha,
      ${shownCreation} as created_at
    from results join runs on runs.id = results.run_id
    where results.regression_test_id = ${regressionTestId}
      and runs.repository_id = ${run.repository_id} and runs.branch = ${run.branch} and runs.platform = ${run.platform}
      and (runs.ended = 'completed' or runs.id = ${run.id})`;
}

export interface OutputStretch {
  readonly output_id: number;
  readonly filename: string;
  readonly repository: string;
  readonly branch: string;
  readonly platform: Platform;
  /** null: not produced. */
  readonly sha256: string | null;
  readonly passed: boolean;
  /** Of the stretch before; null for the first. */
  readonly was_passed: boolean | null;
  readonly run_count: number;
  readonly first_run: ComparableRun;
  readonly last_run: ComparableRun;
  /** The last run of the stretch before. */
  readonly previous_run: ComparableRun | null;
}

export interface StretchFilter {
  readonly platform?: Platform;
  readonly branch?: string;
}

/** The stretch that began last comes first. */
export async function listOutputStretches(
  db: Kysely<Database>,
  regressionTestId: number,
  filter: StretchFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<OutputStretch[]> {
  const { rows } = await sql<OutputStretch>`
    select stretch.output_id, output.expected_filename as filename, repositories.name as repository, stretch.branch,
      stretch.platform, stretch.sha256, stretch.passed, stretch.was_passed, stretch.run_count,
      ${comparableRun('stretch.first_run_id')} as first_run,
      ${comparableRun('stretch.last_run_id')} as last_run,
      ${comparableRun('stretch.previous_run_id')} as previous_run
    from ${stretches(regressionTestId, filter)} as stretch
    join expected_outputs output on output.id = stretch.output_id
    join repositories on repositories.id = stretch.repository_id
    order by stretch.first_run_id desc, stretch.output_id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** Undefined when the domain has no such test. */
export async function countOutputStretches(
  db: Kysely<Database>,
  domainId: number,
  regressionTestId: number,
  filter: StretchFilter,
): Promise<number | undefined> {
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from ${stretches(regressionTestId, filter)} as stretch) as total
    from regression_tests where domain_id = ${domainId} and id = ${regressionTestId}`.execute(db);
  return rows[0]?.total;
}

/**
 * Runs in a row, of one repository, branch and platform, in which an output had one content and the test passed, or did
 * not. Like what explains a result, it goes by completed runs in which the test has a verdict, and by whether it passed.
 */
function stretches(regressionTestId: number, { platform, branch }: StretchFilter) {
  return sql`(
    with judged as (
      select runs.repository_id, runs.branch, runs.platform, output.output_id, runs.id as run_id, output.sha256,
        results.status = 'pass' as passed
      from results join runs on runs.id = results.run_id join result_outputs output using (run_id, regression_test_id)
      where results.regression_test_id = ${regressionTestId} and runs.ended = 'completed'
        and results.status in ('pass', 'fail', 'missing_output')
        and runs.platform = coalesce(${platform ?? null}::text, runs.platform)
        and runs.branch = coalesce(${branch ?? null}::text, runs.branch)
    ), marked as (
      select *, lag(passed) over along as was_passed, lag(run_id) over along as previous_run_id,
        lag(run_id) over along is null or lag(passed) over along <> passed
          or lag(sha256) over along is distinct from sha256 as begins
      from judged window along as (partition by repository_id, branch, platform, output_id order by run_id)
    ), numbered as (
      select *, count(*) filter (where begins) over along as number
      from marked window along as (partition by repository_id, branch, platform, output_id order by run_id)
    )
    select repository_id, branch, platform, output_id, min(sha256) as sha256, bool_and(passed) as passed,
      bool_or(was_passed) filter (where begins) as was_passed,
      min(previous_run_id) filter (where begins) as previous_run_id,
      min(run_id) as first_run_id, max(run_id) as last_run_id, count(*) as run_count
    from numbered group by repository_id, branch, platform, output_id, number
  )`;
}

function comparableRun(id: string) {
  return sql`(
    select jsonb_build_object('run_id', runs.id, 'commit_sha', runs.commit_sha, 'created_at', ${shownCreation})
    from runs where runs.id = ${sql.ref(id)}
  )`;
}
