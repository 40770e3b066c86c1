import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../db/database.ts';
import type { ResultOutputRow, ResultRow } from '../results/results.table.ts';
import type { ResultStatus } from '../results/verdict.ts';
import type { PlannedOutputRow, PlannedTestRow, RunRow } from '../runs/runs.table.ts';

/** With the name of its repository and what happened to it last. */
export type ExplainedRun = RunRow & { readonly repository: string; readonly last_event: string };

type Reported<Row> = { readonly [Column in keyof Row]: Row[Column] | null };

export type ExplainedOutputRow = Pick<
  PlannedOutputRow,
  'output_id' | 'filename' | 'ignore' | 'baseline_sha256' | 'variant_sha256s'
> &
  Pick<ResultOutputRow, 'sha256' | 'size_bytes' | 'status' | 'class'>;

export type ExplainedResult = Omit<PlannedTestRow, 'run_id'> &
  /** Null while the test has no result. */
  Reported<Pick<ResultRow, 'attempt' | 'exit_code' | 'runtime_ms' | 'skip_reason'>> & {
    readonly status: ResultStatus;
    readonly timed_out: boolean;
    /** Those that are not as approved, ignored ones last. */
    readonly outputs: readonly ExplainedOutputRow[];
  };

/** The first by id of the results that are not passed in the same way. */
export type FailureKind = ExplainedResult & {
  /** Of results of this kind, it included. */
  readonly result_count: number;
  /** The first of them by id. */
  readonly regression_test_ids: readonly number[];
  /** Of all kinds. */
  readonly kind_count: number;
};

export const alikeMax = 20;

export async function findExplainedRun(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
): Promise<ExplainedRun | undefined> {
  return db
    .selectFrom('runs')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .where('runs.domain_id', '=', domainId)
    .where('runs.id', '=', runId)
    .selectAll('runs')
    .select('repositories.name as repository')
    .select((eb) =>
      eb
        .selectFrom('run_events')
        .whereRef('run_events.run_id', '=', 'runs.id')
        .select('run_events.message')
        .orderBy('run_events.id', 'desc')
        .limit(1)
        .$asScalar()
        .$notNull()
        .as('last_event'),
    )
    .executeTakeFirst();
}

export async function findExplainedResult(
  db: Kysely<Database>,
  runId: number,
  regressionTestId: number,
): Promise<ExplainedResult | undefined> {
  return resultsOf(db, runId).where('planned_tests.regression_test_id', '=', regressionTestId).executeTakeFirst();
}

/** What failed first, then what has no verdict; the largest kind first. */
export async function listFailureKinds(db: Kysely<Database>, runId: number, limit: number): Promise<FailureKind[]> {
  const kinds = db
    .with('kinds', (cte) =>
      cte
        .selectFrom(judged(runId).as('judged'))
        .where('status', '<>', 'pass')
        .groupBy(['status', 'signature'])
        .select(({ fn }) => [
          fn.min<number>('regression_test_id').as('first_id'),
          fn.countAll<number>().as('result_count'),
          sql<number[]>`(array_agg(regression_test_id order by regression_test_id))[1:${alikeMax}::integer]`.as('ids'),
          sql<number>`count(*) over ()`.as('kind_count'),
          sql<boolean>`status in ('skipped', 'not_started')`.as('unjudged'),
        ])
        .orderBy('unjudged')
        .orderBy('result_count', 'desc')
        .orderBy('first_id')
        .limit(limit),
    )
    .selectFrom('kinds');
  return resultsOf(db, runId)
    .innerJoin(kinds.selectAll().as('kinds'), 'kinds.first_id', 'planned_tests.regression_test_id')
    .select(['kinds.result_count', 'kinds.ids as regression_test_ids', 'kinds.kind_count'])
    .orderBy('kinds.unjudged')
    .orderBy('kinds.result_count', 'desc')
    .orderBy('kinds.first_id')
    .execute();
}

/** Other results of the run that are not passed in the same way. */
export async function findAlike(
  db: Kysely<Database>,
  runId: number,
  regressionTestId: number,
): Promise<{ readonly count: number; readonly regression_test_ids: number[] }> {
  const own = db
    .selectFrom(judged(runId).as('own'))
    .where('own.regression_test_id', '=', regressionTestId)
    .select('own.signature');
  return db
    .selectFrom(judged(runId).as('judged'))
    .where('status', '<>', 'pass')
    .where('regression_test_id', '<>', regressionTestId)
    .where('signature', '=', own)
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      sql<
        number[]
      >`coalesce((array_agg(regression_test_id order by regression_test_id))[1:${alikeMax}::integer], '{}')`.as(
        'regression_test_ids',
      ),
    ])
    .executeTakeFirstOrThrow();
}

/** How each planned test of the run ended: equal signatures are equal endings. No file name holds a slash. */
function judged(runId: number) {
  return sql<{ regression_test_id: number; status: ResultStatus; signature: string }>`(
    select p.regression_test_id, coalesce(r.status, 'not_started') as status, concat_ws('/',
      coalesce(r.status, 'not_started'),
      case when r.exit_code <> p.expected_rc then 'exit ' || r.exit_code end,
      case when r.timed_out then 'timeout' end,
      (
        select string_agg(o.filename || '=' || produced.class, '/' order by o.filename)
        from planned_outputs o join result_outputs produced using (run_id, regression_test_id, output_id)
        where o.run_id = p.run_id and o.regression_test_id = p.regression_test_id
          and not o.ignore and produced.status <> 'pass'
      )
    ) as signature
    from planned_tests p left join results r using (run_id, regression_test_id)
    where p.run_id = ${runId}
  )`;
}

function resultsOf(db: Kysely<Database>, runId: number) {
  return db
    .selectFrom('planned_tests')
    .leftJoin('results', (join) =>
      join
        .onRef('results.run_id', '=', 'planned_tests.run_id')
        .onRef('results.regression_test_id', '=', 'planned_tests.regression_test_id'),
    )
    .where('planned_tests.run_id', '=', runId)
    .select([
      'planned_tests.regression_test_id',
      'planned_tests.sample_id',
      'planned_tests.sample_sha256',
      'planned_tests.sample_name',
      'planned_tests.sample_size_bytes',
      'planned_tests.command',
      'planned_tests.input_type',
      'planned_tests.output_type',
      'planned_tests.expected_rc',
      'planned_tests.timeout_ms',
      'results.attempt',
      'results.exit_code',
      'results.runtime_ms',
      'results.skip_reason',
      sql<ResultStatus>`coalesce(results.status, 'not_started')`.as('status'),
      sql<boolean>`coalesce(results.timed_out, false)`.as('timed_out'),
    ])
    .select((eb) =>
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
          .where('result_outputs.status', '<>', 'pass')
          .select([
            'planned_outputs.output_id',
            'planned_outputs.filename',
            'planned_outputs.ignore',
            'planned_outputs.baseline_sha256',
            'planned_outputs.variant_sha256s',
            'result_outputs.sha256',
            'result_outputs.size_bytes',
            'result_outputs.status',
            'result_outputs.class',
          ])
          .orderBy('planned_outputs.ignore')
          .orderBy('planned_outputs.output_id'),
      ).as('outputs'),
    );
}
