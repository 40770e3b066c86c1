import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { countWithinRun } from '../../db/count-within-run.ts';
import type { Database } from '../../db/database.ts';
import type { PlannedOutputRow, PlannedTestRow } from '../runs/runs.table.ts';
import type { ResultOutputRow, ResultRow } from './results.table.ts';
import type { ResultStatus } from './verdict.ts';

export interface PlannedTestFilters {
  readonly status?: ResultStatus;
  /** Part of the sample's name, in any case. */
  readonly name?: string;
  /** A tag of the sample, in any case. */
  readonly tag?: string;
  /** A category of the test, in any case. */
  readonly category?: string;
}

type Reported<Row> = { [Column in keyof Row]: Row[Column] | null };

export type PlannedTestResult = Pick<
  PlannedTestRow,
  'run_id' | 'regression_test_id' | 'sample_id' | 'sample_name' | 'command' | 'expected_rc'
> &
  /** All null while the test has no result. */
  Reported<Pick<ResultRow, 'attempt' | 'status' | 'exit_code' | 'runtime_ms' | 'timed_out' | 'skip_reason'>> & {
    /** Those the test has now, by name. */
    categories: string[];
    /** By id; none while the test has no result, and none of a skipped one. */
    outputs: JudgedOutputRow[];
  };

export type JudgedOutputRow = Pick<PlannedOutputRow, 'output_id' | 'filename' | 'ignore' | 'baseline_sha256'> &
  Pick<ResultOutputRow, 'sha256' | 'status' | 'class'>;

export interface OutputAddress {
  readonly run_id: number;
  readonly sample_id: number;
  readonly regression_id: number;
  readonly output_id: number;
}

export type PlannedOutputResult = Pick<PlannedOutputRow, 'filename' | 'baseline_sha256'> &
  /** `attempt` is null while the test has no result. */
  Reported<Pick<ResultRow, 'attempt'> & Pick<ResultOutputRow, 'sha256' | 'size_bytes' | 'class'>>;

/** Every planned test that the filters let through, reported or not, by id. */
export async function listPlannedTestResults(
  db: Kysely<Database>,
  runId: number,
  filters: PlannedTestFilters,
  page: { readonly limit: number; readonly offset: number },
): Promise<PlannedTestResult[]> {
  return withResult(matchingTests(db, runId, filters))
    .orderBy('planned_tests.regression_test_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** Undefined when the domain has no such run. */
export async function countPlannedTests(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  filters: PlannedTestFilters,
): Promise<number | undefined> {
  return countWithinRun(db, domainId, runId, matchingTests(db, runId, filters));
}

export async function findPlannedTestResult(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  regressionTestId: number,
): Promise<PlannedTestResult | undefined> {
  return withResult(testsOf(db, runId))
    .innerJoin('runs', 'runs.id', 'planned_tests.run_id')
    .where('runs.domain_id', '=', domainId)
    .where('planned_tests.regression_test_id', '=', regressionTestId)
    .executeTakeFirst();
}

/** Undefined unless each id belongs to the one before it, and the run to the domain. */
export async function findPlannedOutput(
  db: Kysely<Database>,
  domainId: number,
  { run_id, sample_id, regression_id, output_id }: OutputAddress,
): Promise<PlannedOutputResult | undefined> {
  return testsOf(db, run_id)
    .innerJoin('runs', 'runs.id', 'planned_tests.run_id')
    .innerJoin('planned_outputs', (join) =>
      join
        .onRef('planned_outputs.run_id', '=', 'planned_tests.run_id')
        .onRef('planned_outputs.regression_test_id', '=', 'planned_tests.regression_test_id'),
    )
    .leftJoin('result_outputs', (join) =>
      join
        .onRef('result_outputs.run_id', '=', 'planned_outputs.run_id')
        .onRef('result_outputs.regression_test_id', '=', 'planned_outputs.regression_test_id')
        .onRef('result_outputs.output_id', '=', 'planned_outputs.output_id'),
    )
    .where('runs.domain_id', '=', domainId)
    .where('planned_tests.sample_id', '=', sample_id)
    .where('planned_tests.regression_test_id', '=', regression_id)
    .where('planned_outputs.output_id', '=', output_id)
    .select([
      'planned_outputs.filename',
      'planned_outputs.baseline_sha256',
      'results.attempt',
      'result_outputs.sha256',
      'result_outputs.size_bytes',
      'result_outputs.class',
    ])
    .executeTakeFirst();
}

function testsOf(db: Kysely<Database>, runId: number) {
  return db
    .selectFrom('planned_tests')
    .leftJoin('results', (join) =>
      join
        .onRef('results.run_id', '=', 'planned_tests.run_id')
        .onRef('results.regression_test_id', '=', 'planned_tests.regression_test_id'),
    )
    .where('planned_tests.run_id', '=', runId);
}

function matchingTests(db: Kysely<Database>, runId: number, { status, name, tag, category }: PlannedTestFilters) {
  let tests = testsOf(db, runId);
  if (status !== undefined) tests = tests.where(sql`coalesce(results.status, 'not_started')`, '=', status);
  if (name !== undefined)
    tests = tests.where(sql<boolean>`strpos(lower(planned_tests.sample_name), lower(${name})) > 0`);
  if (tag !== undefined)
    tests = tests.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sample_tags')
          .innerJoin('tags', 'tags.id', 'sample_tags.tag_id')
          .whereRef('sample_tags.sample_id', '=', 'planned_tests.sample_id')
          .where(sql<boolean>`lower(tags.name) = lower(${tag})`)
          .select('tags.id'),
      ),
    );
  if (category !== undefined)
    tests = tests.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('regression_test_categories')
          .innerJoin('categories', 'categories.id', 'regression_test_categories.category_id')
          .whereRef('regression_test_categories.regression_test_id', '=', 'planned_tests.regression_test_id')
          .where(sql<boolean>`lower(categories.name) = lower(${category})`)
          .select('categories.id'),
      ),
    );
  return tests;
}

function withResult(tests: ReturnType<typeof testsOf>) {
  return tests
    .select([
      'planned_tests.run_id',
      'planned_tests.regression_test_id',
      'planned_tests.sample_id',
      'planned_tests.sample_name',
      'planned_tests.command',
      'planned_tests.expected_rc',
      'results.attempt',
      'results.status',
      'results.exit_code',
      'results.runtime_ms',
      'results.timed_out',
      'results.skip_reason',
    ])
    .select((eb) => [
      sql<string[]>`array(${eb
        .selectFrom('regression_test_categories')
        .innerJoin('categories', 'categories.id', 'regression_test_categories.category_id')
        .whereRef('regression_test_categories.regression_test_id', '=', 'planned_tests.regression_test_id')
        .select('categories.name')
        .orderBy(sql`lower(categories.name)`)})`.as('categories'),
      jsonArrayFrom(
        eb
          .selectFrom('planned_outputs')
          .innerJoin('result_outputs', (join) =>
            join
              .onRef('result_outputs.run_id', '=', 'planned_outputs.run_id')
              .onRef('result_outputs.regression_test_id', '=', 'planned_outputs.regression_test_id')
              .onRef('result_outputs.output_id', '=', 'planned_outputs.output_id'),
          )
          .whereRef('planned_outputs.run_id', '=', 'planned_tests.run_id')
          .whereRef('planned_outputs.regression_test_id', '=', 'planned_tests.regression_test_id')
          .select([
            'planned_outputs.output_id',
            'planned_outputs.filename',
            'planned_outputs.ignore',
            'planned_outputs.baseline_sha256',
            'result_outputs.sha256',
            'result_outputs.status',
            'result_outputs.class',
          ])
          .orderBy('planned_outputs.output_id'),
      ).as('outputs'),
    ]);
}
