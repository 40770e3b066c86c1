import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { OutputClass } from '../results/results.table.ts';

export type ErrorType = 'test_failure' | 'exit_code_mismatch' | 'missing_output' | 'missing_expected' | 'diff_mismatch';
export type Severity = 'info' | 'warning' | 'error' | 'critical';
export type ErrorGrouping = 'type' | 'sample_id' | 'regression_id' | 'severity';

/** An output that is what is approved is no error. */
type Difference = Exclude<OutputClass, 'identical' | 'variant'>;

/** What speaks against one result, as it was recorded with the result. */
export interface RunErrorRow {
  readonly regression_id: number;
  readonly sample_id: number;
  readonly sample_name: string;
  readonly attempt: number;
  readonly occurred_at: string;
  readonly type: ErrorType;
  readonly severity: Severity;
  readonly exit_code: number | null;
  readonly expected_rc: number;
  /** This and what follows is null when the error is the command's. */
  readonly output_id: number | null;
  readonly filename: string | null;
  readonly class: Difference | null;
}

export interface RunErrorFilters {
  readonly type?: ErrorType;
  readonly severity?: Severity;
  readonly sample_id?: number;
}

export interface ErrorBucketRow {
  readonly key: string;
  readonly count: number;
  readonly severity: Severity;
  readonly sample_ids: number[];
  readonly first_seen_at: string;
  readonly last_seen_at: string;
}

type ErrorBucketRequest = { readonly group_by: ErrorGrouping } & Pick<RunErrorFilters, 'severity'>;

interface Page {
  readonly limit: number;
  readonly offset: number;
}

type WithErrors = Database & { errors: RunErrorRow };

const sampleIdsMax = 1000;

/** From the least to the worst. */
const severities: readonly Severity[] = ['info', 'warning', 'error', 'critical'];

export async function listRunErrorRows(
  db: Kysely<Database>,
  runId: number,
  filters: RunErrorFilters,
  page: Page,
): Promise<RunErrorRow[]> {
  return errorsOf(db, runId)
    .where(matches(filters))
    .selectAll()
    .orderBy('regression_id')
    .orderBy('output_id', (order) => order.asc().nullsFirst())
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** Undefined when the domain has no such run. */
export async function countRunErrors(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  filters: RunErrorFilters,
): Promise<number | undefined> {
  const total = errorsOf(db, runId)
    .where(matches(filters))
    .select((eb) => eb.fn.countAll<number>().as('total'));
  return countOfRun(db, domainId, runId, total.$asScalar().$notNull());
}

/** The largest bucket first. */
export async function listErrorBuckets(
  db: Kysely<Database>,
  runId: number,
  { group_by, ...filters }: ErrorBucketRequest,
  page: Page,
): Promise<ErrorBucketRow[]> {
  const key = sql<string>`${sql.ref(group_by)}::text`;
  return errorsOf(db, runId)
    .where(matches(filters))
    .groupBy(key)
    .select(({ fn }) => [
      key.as('key'),
      fn.countAll<number>().as('count'),
      sql<Severity>`(${severities}::text[])[max(array_position(${severities}::text[], severity))]`.as('severity'),
      sql<number[]>`(array_agg(distinct sample_id order by sample_id))[1:${sampleIdsMax}::integer]`.as('sample_ids'),
      fn.min<string>('occurred_at').as('first_seen_at'),
      fn.max<string>('occurred_at').as('last_seen_at'),
    ])
    .orderBy('count', 'desc')
    .orderBy(group_by === 'type' || group_by === 'severity' ? key : sql`min(${sql.ref(group_by)})`)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** Undefined when the domain has no such run. */
export async function countErrorBuckets(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  { group_by, ...filters }: ErrorBucketRequest,
): Promise<number | undefined> {
  const total = errorsOf(db, runId)
    .where(matches(filters))
    .select(({ fn }) => fn.count<number>(group_by).distinct().as('total'));
  return countOfRun(db, domainId, runId, total.$asScalar().$notNull());
}

async function countOfRun(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  total: Expression<number>,
): Promise<number | undefined> {
  const counted = await db
    .selectFrom('runs')
    .where('domain_id', '=', domainId)
    .where('id', '=', runId)
    .select(sql<number>`${total}`.as('total'))
    .executeTakeFirst();
  return counted?.total;
}

function matches({ type, severity, sample_id }: RunErrorFilters) {
  return (eb: ExpressionBuilder<WithErrors, 'errors'>): Expression<SqlBool> =>
    eb.and([
      ...(type === undefined ? [] : [eb('type', '=', type)]),
      ...(severity === undefined ? [] : [eb('severity', '=', severity)]),
      ...(sample_id === undefined ? [] : [eb('sample_id', '=', sample_id)]),
    ]);
}

/** As many rows as the run's `error_count` says: wrong exits, and outputs that are not what is approved. */
function errorsOf(db: Kysely<Database>, runId: number) {
  const results = db
    .selectFrom('results')
    .innerJoin('planned_tests', (join) =>
      join
        .onRef('planned_tests.run_id', '=', 'results.run_id')
        .onRef('planned_tests.regression_test_id', '=', 'results.regression_test_id'),
    )
    .where('results.run_id', '=', runId)
    .select([
      'results.regression_test_id as regression_id',
      'planned_tests.sample_id',
      'planned_tests.sample_name',
      'results.attempt',
      'results.reported_at as occurred_at',
      'results.exit_code',
      'planned_tests.expected_rc',
    ]);
  const ofCommands = results
    .whereRef('results.exit_code', '<>', 'planned_tests.expected_rc')
    .select([
      sql<ErrorType>`case when results.timed_out then 'test_failure' else 'exit_code_mismatch' end`.as('type'),
      sql<Severity>`'error'`.as('severity'),
      sql<number | null>`null::integer`.as('output_id'),
      sql<string | null>`null`.as('filename'),
      sql<Difference | null>`null`.as('class'),
    ]);
  const ofOutputs = results
    .innerJoin('result_outputs', (join) =>
      join
        .onRef('result_outputs.run_id', '=', 'results.run_id')
        .onRef('result_outputs.regression_test_id', '=', 'results.regression_test_id'),
    )
    .innerJoin('planned_outputs', (join) =>
      join
        .onRef('planned_outputs.run_id', '=', 'result_outputs.run_id')
        .onRef('planned_outputs.regression_test_id', '=', 'result_outputs.regression_test_id')
        .onRef('planned_outputs.output_id', '=', 'result_outputs.output_id'),
    )
    .where('result_outputs.status', '<>', 'pass')
    .where('planned_outputs.ignore', '=', false)
    .select([
      sql<ErrorType>`case result_outputs.status when 'fail' then 'diff_mismatch' else result_outputs.status end`.as(
        'type',
      ),
      sql<Severity>`case result_outputs.status when 'missing_output' then 'error' else 'warning' end`.as('severity'),
      'result_outputs.output_id',
      'planned_outputs.filename',
      sql<Difference | null>`result_outputs.class`.as('class'),
    ]);
  return db.selectFrom(ofCommands.unionAll(ofOutputs).as('errors'));
}
