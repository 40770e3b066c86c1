import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import type { Database } from '../../db/database.ts';
import { nearPage } from '../../db/near-page.ts';
import type { Platform } from '../../principal.ts';
import type { PlannedTestRow, RunRow } from '../runs/runs.table.ts';
import type { ResultRow } from './results.table.ts';
import type { OutputStatus, ResultStatus } from './verdict.ts';

export interface SampleResultFilters {
  /** The sample's. */
  readonly domainId: number;
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

type TestKey = Pick<PlannedTestRow, 'run_id' | 'regression_test_id'>;
type PageOfTests = Database & { page: TestKey };
type PlannedTestBuilder = ExpressionBuilder<Database, 'planned_tests'>;

/** How many there are, and between which runs. */
export interface SampleResultSpan {
  readonly total: number;
  /** null, as the other is: there are none. */
  readonly first_run_id: number | null;
  readonly last_run_id: number | null;
}

/** So few are found by their status and sorted; where there are more, a walk from the nearer end soon fills a page. */
const sortedMax = 2_000;

/** The newest run first, then by regression test. */
export async function listSampleResultRows(
  db: Kysely<Database>,
  sampleId: number,
  filters: SampleResultFilters,
  page: { readonly limit: number; readonly offset: number },
  span: SampleResultSpan,
): Promise<SampleResult[]> {
  const { limit, offset, reversed } = nearPage(page, span.total);
  const isSorted = hasResults(filters) && span.total <= sortedMax;
  const matching = isSorted ? sortedResults(db, sampleId, filters) : testsWithin(db, sampleId, filters, span);
  // The page is cut before anything is joined, so that rows before it cost one entry of the index each.
  const keys = db
    .selectFrom(matching)
    .selectAll()
    .orderBy('run_id', reversed ? 'asc' : 'desc')
    .orderBy('regression_test_id', reversed ? 'desc' : 'asc')
    .limit(limit)
    .offset(offset);
  return withFacts(db.selectFrom(keys.as('page')))
    .orderBy('page.run_id', 'desc')
    .orderBy('page.regression_test_id')
    .execute();
}

/** Materialized, since it would else be planned as a walk over every result there is. */
function sortedResults(db: Kysely<Database>, sampleId: number, filters: SampleResultFilters) {
  const results = matchingResults(db, sampleId, filters).select(['results.run_id', 'results.regression_test_id']);
  return db
    .with(
      (cte) => cte('matching').materialized(),
      () => results,
    )
    .selectFrom('matching')
    .selectAll()
    .as('matching');
}

/** Neither tests nor runs are walked before the first run that matches or after the last one. */
function testsWithin(
  db: Kysely<Database>,
  sampleId: number,
  filters: SampleResultFilters,
  { first_run_id, last_run_id }: SampleResultSpan,
) {
  return matchingTests(db, sampleId, filters, matchingRuns(db, filters)?.where(isWithin('runs.id')))
    .where(isWithin('planned_tests.run_id'))
    .select(['planned_tests.run_id', 'planned_tests.regression_test_id'])
    .as('matching');

  function isWithin(runId: 'runs.id' | 'planned_tests.run_id') {
    return sql<boolean>`${sql.ref(runId)} between ${first_run_id} and ${last_run_id}`;
  }
}

export async function findSampleResultSpan(
  db: Kysely<Database>,
  sampleId: number,
  filters: SampleResultFilters,
): Promise<SampleResultSpan> {
  if (hasResults(filters))
    return matchingResults(db, sampleId, filters)
      .select(({ fn }) => [
        fn.countAll<number>().as('total'),
        fn.min('results.run_id').as('first_run_id'),
        fn.max('results.run_id').as('last_run_id'),
      ])
      .executeTakeFirstOrThrow();
  return matchingTests(db, sampleId, filters)
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.min('planned_tests.run_id').as('first_run_id'),
      fn.max('planned_tests.run_id').as('last_run_id'),
    ])
    .executeTakeFirstOrThrow();
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

function matchingTests(
  db: Kysely<Database>,
  sampleId: number,
  filters: SampleResultFilters,
  runs = matchingRuns(db, filters),
) {
  const { regression_test_id, status } = filters;
  let tests = db.selectFrom('planned_tests').where('planned_tests.sample_id', '=', sampleId);
  if (regression_test_id !== undefined)
    tests = tests.where('planned_tests.regression_test_id', '=', regression_test_id);
  if (status !== undefined) tests = tests.where((eb) => hasStatus(eb, status));
  return runs === undefined ? tests : tests.where('planned_tests.run_id', 'in', runs);
}

/** Whether every test that matches has a result, so that results alone tell which do. */
function hasResults({ status }: SampleResultFilters): boolean {
  return status !== undefined && status !== 'not_started';
}

/** Every result is of a planned test, and a test never changes its sample. */
function matchingResults(db: Kysely<Database>, sampleId: number, filters: SampleResultFilters) {
  const { regression_test_id, status } = filters;
  const tests = db.selectFrom('regression_tests').where('sample_id', '=', sampleId).select('id');
  let results = db
    .selectFrom('results')
    .where(
      'results.regression_test_id',
      'in',
      regression_test_id === undefined ? tests : tests.where('id', '=', regression_test_id),
    );
  if (status !== undefined) results = results.where('results.status', '=', status);
  const runs = matchingRuns(db, filters);
  return runs === undefined ? results : results.where('results.run_id', 'in', runs);
}

function hasStatus(eb: PlannedTestBuilder, status: ResultStatus): Expression<SqlBool> {
  const results = eb
    .selectFrom('results')
    .whereRef('results.run_id', '=', 'planned_tests.run_id')
    .whereRef('results.regression_test_id', '=', 'planned_tests.regression_test_id')
    .select('results.status');
  return status === 'not_started'
    ? eb.not(eb.exists(results))
    : eb.exists(results.where('results.status', '=', status));
}

/** Undefined when every run matches. */
function matchingRuns(db: Kysely<Database>, filters: SampleResultFilters) {
  const { domainId, status, branch, platform, created_after, created_before } = filters;
  const isOfEveryRun = [branch, platform, created_after, created_before].every((filter) => filter === undefined);
  if (isOfEveryRun && status !== 'not_started') return undefined;
  let runs = db.selectFrom('runs').where('runs.domain_id', '=', domainId).select('runs.id');
  // Few runs leave a test without a result, and an index has them.
  if (status === 'not_started') runs = runs.whereRef('runs.reported_count', '<', 'runs.planned_count');
  if (branch !== undefined) runs = runs.where('runs.branch', '=', branch);
  if (platform !== undefined) runs = runs.where('runs.platform', '=', platform);
  if (created_after !== undefined) runs = runs.where('runs.created_at', '>=', created_after);
  // A run is shown with whole milliseconds: it is at or before a moment until that millisecond is over.
  if (created_before !== undefined)
    runs = runs.where(sql<boolean>`runs.created_at < ${created_before}::timestamptz + interval '1 millisecond'`);
  return runs;
}

function withFacts(page: SelectQueryBuilder<PageOfTests, 'page', object>) {
  return page
    .innerJoin('runs', 'runs.id', 'page.run_id')
    .innerJoin('planned_tests', (join) =>
      join
        .onRef('planned_tests.run_id', '=', 'page.run_id')
        .onRef('planned_tests.regression_test_id', '=', 'page.regression_test_id'),
    )
    .leftJoin('results', (join) =>
      join
        .onRef('results.run_id', '=', 'page.run_id')
        .onRef('results.regression_test_id', '=', 'page.regression_test_id'),
    )
    .leftJoinLateral(firstFaultyOutput, (join) => join.onTrue())
    .select([
      'page.run_id',
      'page.regression_test_id',
      'planned_tests.expected_rc',
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
function firstFaultyOutput(eb: ExpressionBuilder<PageOfTests, 'page'>) {
  return eb
    .selectFrom('result_outputs')
    .innerJoin('planned_outputs', (join) =>
      join
        .onRef('planned_outputs.run_id', '=', 'result_outputs.run_id')
        .onRef('planned_outputs.regression_test_id', '=', 'result_outputs.regression_test_id')
        .onRef('planned_outputs.output_id', '=', 'result_outputs.output_id'),
    )
    .whereRef('result_outputs.run_id', '=', 'page.run_id')
    .whereRef('result_outputs.regression_test_id', '=', 'page.regression_test_id')
    .where('result_outputs.status', '<>', 'pass')
    .where('planned_outputs.ignore', '=', false)
    .select(['result_outputs.output_id', 'result_outputs.status'])
    .orderBy('result_outputs.output_id')
    .limit(1)
    .as('faulty');
}
