import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { PlannedTestRow, RunRow } from '../runs/runs.table.ts';
import type { ResultRow } from './results.table.ts';
import type { OutputStatus, ResultStatus } from './verdict.ts';

export interface SampleResultFilters {
  readonly regression_test_id?: number;
  readonly status?: ResultStatus;
  /** Exactly. */
  readonly branch?: string;
  readonly platform?: Platform;
  /** Of the run; both ends belong to it. */
  readonly created_after?: string;
  readonly created_before?: string;
}

type Reported<Row> = { [Column in keyof Row]: Row[Column] | null };

/** One test over the sample in one run, with what its status was recorded from. */
export type SampleResult = Pick<PlannedTestRow, 'run_id' | 'regression_test_id' | 'expected_rc'> &
  Pick<RunRow, 'platform' | 'branch' | 'commit_sha' | 'created_at'> &
  /** All null while the test has no result. */
  Reported<Pick<ResultRow, 'status' | 'exit_code' | 'runtime_ms' | 'timed_out' | 'reported_at'>> & {
    /** The first output that decides against the result; null when none does. */
    faulty_output_id: number | null;
    faulty_output_status: OutputStatus | null;
  };

type PlannedPage = Database & { planned: Pick<PlannedTestRow, 'run_id' | 'regression_test_id' | 'expected_rc'> };
type PlannedTestBuilder = ExpressionBuilder<Database, 'planned_tests'>;

/** The newest run first, then by regression test. */
export async function listSampleResultRows(
  db: Kysely<Database>,
  sampleId: number,
  filters: SampleResultFilters,
  page: { readonly limit: number; readonly offset: number },
): Promise<SampleResult[]> {
  // The page is cut before anything is joined, so that rows before it cost one entry of the index each.
  const planned = matchingTests(db, sampleId, filters)
    .select(['run_id', 'regression_test_id', 'expected_rc'])
    .orderBy('run_id', 'desc')
    .orderBy('regression_test_id')
    .limit(page.limit)
    .offset(page.offset);
  return withFacts(db.selectFrom(planned.as('planned')))
    .orderBy('planned.run_id', 'desc')
    .orderBy('planned.regression_test_id')
    .execute();
}

export async function countSampleResults(
  db: Kysely<Database>,
  sampleId: number,
  filters: SampleResultFilters,
): Promise<number> {
  const { total } = await matchingTests(db, sampleId, filters)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export async function findTestOfSample(
  db: Kysely<Database>,
  sampleId: number,
  regressionTestId: number,
): Promise<{ id: number } | undefined> {
  return db
    .selectFrom('regression_tests')
    .where('id', '=', regressionTestId)
    .where('sample_id', '=', sampleId)
    .select('id')
    .executeTakeFirst();
}

function matchingTests(db: Kysely<Database>, sampleId: number, filters: SampleResultFilters) {
  const { regression_test_id, status } = filters;
  let tests = db.selectFrom('planned_tests').where('planned_tests.sample_id', '=', sampleId);
  if (regression_test_id !== undefined)
    tests = tests.where('planned_tests.regression_test_id', '=', regression_test_id);
  if (status !== undefined) tests = tests.where((eb) => hasStatus(eb, status));
  return tests.where((eb) => isOfMatchingRun(eb, filters));
}

function hasStatus(eb: PlannedTestBuilder, status: ResultStatus): Expression<SqlBool> {
  const results = eb
    .selectFrom('results')
    .whereRef('results.run_id', '=', 'planned_tests.run_id')
    .whereRef('results.regression_test_id', '=', 'planned_tests.regression_test_id')
    .select('results.run_id');
  return status === 'not_started'
    ? eb.not(eb.exists(results))
    : eb.exists(results.where('results.status', '=', status));
}

function isOfMatchingRun(eb: PlannedTestBuilder, filters: SampleResultFilters): Expression<SqlBool> {
  const { branch, platform, created_after, created_before } = filters;
  const conditions: Expression<SqlBool>[] = [];
  if (branch !== undefined) conditions.push(sql`runs.branch = ${branch}`);
  if (platform !== undefined) conditions.push(sql`runs.platform = ${platform}`);
  if (created_after !== undefined) conditions.push(sql`runs.created_at >= ${created_after}`);
  // A run is shown with whole milliseconds: it is at or before a moment until that millisecond is over.
  if (created_before !== undefined)
    conditions.push(sql`runs.created_at < ${created_before}::timestamptz + interval '1 millisecond'`);
  if (conditions.length === 0) return eb.and([]);
  const runs = eb.selectFrom('runs').whereRef('runs.id', '=', 'planned_tests.run_id').select('runs.id');
  return eb.exists(runs.where(eb.and(conditions)));
}

function withFacts(planned: SelectQueryBuilder<PlannedPage, 'planned', object>) {
  return planned
    .innerJoin('runs', 'runs.id', 'planned.run_id')
    .leftJoin('results', (join) =>
      join
        .onRef('results.run_id', '=', 'planned.run_id')
        .onRef('results.regression_test_id', '=', 'planned.regression_test_id'),
    )
    .leftJoinLateral(firstFaultyOutput, (join) => join.onTrue())
    .select([
      'planned.run_id',
      'planned.regression_test_id',
      'planned.expected_rc',
      'runs.platform',
      'runs.branch',
      'runs.commit_sha',
      'runs.created_at',
      'results.status',
      'results.exit_code',
      'results.runtime_ms',
      'results.timed_out',
      'results.reported_at',
      'faulty.output_id as faulty_output_id',
      'faulty.status as faulty_output_status',
    ]);
}

/** An output that is ignored never decides. */
function firstFaultyOutput(eb: ExpressionBuilder<PlannedPage, 'planned'>) {
  return eb
    .selectFrom('result_outputs')
    .innerJoin('planned_outputs', (join) =>
      join
        .onRef('planned_outputs.run_id', '=', 'result_outputs.run_id')
        .onRef('planned_outputs.regression_test_id', '=', 'result_outputs.regression_test_id')
        .onRef('planned_outputs.output_id', '=', 'result_outputs.output_id'),
    )
    .whereRef('result_outputs.run_id', '=', 'planned.run_id')
    .whereRef('result_outputs.regression_test_id', '=', 'planned.regression_test_id')
    .where('result_outputs.status', '<>', 'pass')
    .where('planned_outputs.ignore', '=', false)
    .select(['result_outputs.output_id', 'result_outputs.status'])
    .orderBy('result_outputs.output_id')
    .limit(1)
    .as('faulty');
}
