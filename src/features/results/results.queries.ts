import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { OutputClass, ResultOutputRow, ResultRow } from './results.table.ts';
import type { OutputStatus, ResultStatus } from './verdict.ts';

type Trx = Transaction<Database>;

export interface PlannedOutputToJudge {
  readonly regression_test_id: number;
  readonly expected_rc: number;
  /** null: the test declares no output. */
  readonly output: {
    readonly output_id: number;
    readonly ignore: boolean;
    readonly baseline_sha256: string | null;
    readonly variant_sha256s: string[];
  } | null;
}

/** The planned tests among these ids, one row per declared output, by test and output. */
export async function listPlannedOutputs(
  db: Kysely<Database>,
  runId: number,
  regressionTestIds: readonly number[],
): Promise<PlannedOutputToJudge[]> {
  const rows = await db
    .selectFrom('planned_tests as t')
    .leftJoin('planned_outputs as o', (join) =>
      join.onRef('o.run_id', '=', 't.run_id').onRef('o.regression_test_id', '=', 't.regression_test_id'),
    )
    .select(['t.regression_test_id', 't.expected_rc'])
    .select(['o.output_id', 'o.ignore', 'o.baseline_sha256', 'o.variant_sha256s'])
    .where('t.run_id', '=', runId)
    .where(sql<boolean>`t.regression_test_id = any(${regressionTestIds}::integer[])`)
    .orderBy('t.regression_test_id')
    .orderBy('o.output_id')
    .execute();
  return rows.map(({ regression_test_id, expected_rc, output_id, ignore, baseline_sha256, variant_sha256s }) => ({
    regression_test_id,
    expected_rc,
    output:
      output_id === null || ignore === null || variant_sha256s === null
        ? null
        : { output_id, ignore, baseline_sha256, variant_sha256s },
  }));
}

type NewResult = Omit<ResultRow, 'run_id' | 'attempt' | 'reported_at'>;
type NewOutput = Omit<ResultOutputRow, 'run_id'>;

/**
 * Inserts the results that are not there, each with its outputs; how many it inserted. A result that is there is never
 * overwritten. One array for each column: a parameter for each value takes twice as long.
 */
export async function insertMissingResults(
  trx: Trx,
  { run_id, attempt }: Pick<ResultRow, 'run_id' | 'attempt'>,
  results: readonly NewResult[],
  outputs: readonly NewOutput[],
): Promise<number> {
  const result = <Name extends keyof NewResult>(name: Name) => results.map((row) => row[name]);
  const output = <Name extends keyof NewOutput>(name: Name) => outputs.map((row) => row[name]);
  const { rows } = await sql<{ inserted: number }>`
    with fresh as (
      insert into results (run_id, attempt, regression_test_id, status, exit_code, runtime_ms, timed_out, skip_reason)
      select ${run_id}::integer, ${attempt}::integer, reported.*
      from unnest(${result('regression_test_id')}::integer[], ${result('status')}::text[],
        ${result('exit_code')}::integer[], ${result('runtime_ms')}::bigint[], ${result('timed_out')}::boolean[],
        ${result('skip_reason')}::text[]) as reported
      on conflict (run_id, regression_test_id) do nothing
      returning regression_test_id
    ), with_outputs as (
      insert into result_outputs (run_id, regression_test_id, output_id, sha256, size_bytes, status, class)
      select ${run_id}::integer, produced.*
      from unnest(${output('regression_test_id')}::integer[], ${output('output_id')}::integer[],
        ${output('sha256')}::text[], ${output('size_bytes')}::bigint[], ${output('status')}::text[],
        ${output('class')}::text[]) as produced (regression_test_id, output_id, sha256, size_bytes, status, class)
      where regression_test_id in (select regression_test_id from fresh)
    )
    select count(*) as inserted from fresh`.execute(trx);
  return rows[0]?.inserted ?? 0;
}

export async function deleteResults(trx: Trx, runId: number): Promise<void> {
  await trx.deleteFrom('results').where('run_id', '=', runId).execute();
}

export interface StoredReport {
  readonly regression_test_id: number;
  readonly exit_code: number | null;
  readonly output_id: number | null;
  readonly sha256: string | null;
}

/** What was reported for these tests, one row per judged output. */
export async function listReports(
  trx: Trx,
  runId: number,
  regressionTestIds: readonly number[],
): Promise<StoredReport[]> {
  return trx
    .selectFrom('results as r')
    .leftJoin('result_outputs as o', (join) =>
      join.onRef('o.run_id', '=', 'r.run_id').onRef('o.regression_test_id', '=', 'r.regression_test_id'),
    )
    .select(['r.regression_test_id', 'r.exit_code', 'o.output_id', 'o.sha256'])
    .where('r.run_id', '=', runId)
    .where('r.regression_test_id', 'in', regressionTestIds)
    .where('r.status', '<>', 'skipped')
    .execute();
}

export interface Expectation {
  readonly regression_test_id: number;
  readonly output_id: number;
  readonly baseline_sha256: string | null;
  readonly variant_sha256s: string[];
  /** What was produced; null when nothing was. */
  readonly sha256: string | null;
}

/** What the run expects of each output that it planned. */
export async function listExpectations(trx: Trx, runId: number): Promise<Expectation[]> {
  return trx
    .selectFrom('planned_outputs as p')
    .leftJoin('result_outputs as o', (join) =>
      join
        .onRef('o.run_id', '=', 'p.run_id')
        .onRef('o.regression_test_id', '=', 'p.regression_test_id')
        .onRef('o.output_id', '=', 'p.output_id'),
    )
    .select(['p.regression_test_id', 'p.output_id', 'p.baseline_sha256', 'p.variant_sha256s', 'o.sha256'])
    .where('p.run_id', '=', runId)
    .orderBy('p.output_id')
    .execute();
}

export async function updateResultStatus(
  trx: Trx,
  runId: number,
  regressionTestId: number,
  status: ResultStatus,
): Promise<void> {
  await trx
    .updateTable('results')
    .set({ status })
    .where('run_id', '=', runId)
    .where('regression_test_id', '=', regressionTestId)
    .execute();
}

export interface OutputVerdict {
  readonly regression_test_id: number;
  readonly output_id: number;
  readonly status: OutputStatus;
  readonly class?: OutputClass;
}

export async function updateOutputVerdict(trx: Trx, runId: number, output: OutputVerdict): Promise<void> {
  await trx
    .updateTable('result_outputs')
    .set({ status: output.status, ...(output.class === undefined ? {} : { class: output.class }) })
    .where('run_id', '=', runId)
    .where('regression_test_id', '=', output.regression_test_id)
    .where('output_id', '=', output.output_id)
    .execute();
}
