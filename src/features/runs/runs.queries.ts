import { sql, type Insertable, type Kysely, type Transaction, type Updateable } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type {
  PlannedOutputRow,
  PlannedOutputsTable,
  PlannedTestsTable,
  RunEventStatus,
  RunRow,
  RunsTable,
} from './runs.table.ts';

type Trx = Transaction<Database>;

export async function insertRun(trx: Trx, run: Omit<Insertable<RunsTable>, 'queued_at'>): Promise<RunRow> {
  return trx
    .insertInto('runs')
    .values({ ...run, queued_at: sql<string>`now()` })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function insertPlannedTests(trx: Trx, tests: readonly Insertable<PlannedTestsTable>[]): Promise<void> {
  await trx.insertInto('planned_tests').values(tests).execute();
}

export async function insertPlannedOutputs(
  trx: Trx,
  outputs: readonly Insertable<PlannedOutputsTable>[],
): Promise<void> {
  if (outputs.length > 0) await trx.insertInto('planned_outputs').values(outputs).execute();
}

export interface NewRunEvent {
  readonly status: RunEventStatus;
  readonly message: string;
}

export async function insertRunEvent(trx: Trx, run: RunRow, event: NewRunEvent): Promise<void> {
  const message = event.message.slice(0, 500);
  await trx
    .insertInto('run_events')
    .values({ run_id: run.id, status: event.status, message, step: run.reported_count, attempt: run.attempt })
    .execute();
}

/** Locks the run: whoever changes a run, its leases or its results holds this lock first. */
export async function findRunForUpdate(trx: Trx, runId: number, domainId?: number): Promise<RunRow | undefined> {
  return trx
    .selectFrom('runs')
    .selectAll()
    .where('id', '=', runId)
    .$if(domainId !== undefined, (query) => query.where('domain_id', '=', domainId ?? 0))
    .forUpdate()
    .executeTakeFirst();
}

/** `moment` names a column that the same statement sets to the database's time. */
export async function updateRun(
  trx: Trx,
  runId: number,
  changes: Updateable<RunsTable>,
  moment?: 'queued_at' | 'completed_at',
): Promise<RunRow> {
  const times = moment === undefined ? {} : { [moment]: sql<string>`now()` };
  return trx
    .updateTable('runs')
    .set({ ...changes, ...times })
    .where('id', '=', runId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Takes the oldest queued run that fits. `skip locked` gives concurrent claims different runs: each run is taken by one
 * of them, and none waits for another.
 */
export async function claimQueuedRun(
  trx: Trx,
  platforms: readonly Platform[],
  offeredTypes: readonly string[],
): Promise<RunRow | undefined> {
  const next = trx
    .selectFrom('runs')
    .select('id')
    .where('status', '=', 'queued')
    .where('platform', 'in', platforms)
    .where(sql<boolean>`required_types <@ ${[...offeredTypes]}::text[]`)
    .orderBy('queued_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked();
  return trx
    .updateTable('runs')
    .set((e) => ({
      status: 'running',
      attempt: e('attempt', '+', 1),
      started_at: e.fn.coalesce('started_at', sql<string>`now()`),
    }))
    .where('id', 'in', next)
    .returningAll()
    .executeTakeFirst();
}

export interface ResultCounts {
  readonly pass_count: number;
  readonly fail_count: number;
  readonly missing_output_count: number;
  readonly skipped_count: number;
  readonly error_count: number;
  readonly duration_ms: number | null;
}

/** Recounts a run's results from the rows themselves; the counters on the run are only ever this. */
export async function countResults(trx: Trx, runId: number): Promise<ResultCounts> {
  const { rows } = await sql<ResultCounts>`
    select count(*) filter (where r.status = 'pass') as pass_count,
           count(*) filter (where r.status = 'fail') as fail_count,
           count(*) filter (where r.status = 'missing_output') as missing_output_count,
           count(*) filter (where r.status = 'skipped') as skipped_count,
           count(*) filter (where r.exit_code <> t.expected_rc) + (
             select count(*)
             from result_outputs o
             join planned_outputs p using (run_id, regression_test_id, output_id)
             where o.run_id = ${runId} and o.status <> 'pass' and not p.ignore
           ) as error_count,
           sum(r.runtime_ms) as duration_ms
    from results r
    join planned_tests t using (run_id, regression_test_id)
    where r.run_id = ${runId}`.execute(trx);
  const [counts] = rows;
  if (counts === undefined) throw new Error('an aggregate has one row');
  return counts;
}

export async function updatePlannedBaseline(
  trx: Trx,
  runId: number,
  output: { readonly regression_test_id: number; readonly output_id: number; readonly sha256: string | null },
): Promise<void> {
  await trx
    .updateTable('planned_outputs')
    .set({ baseline_sha256: output.sha256 })
    .where('run_id', '=', runId)
    .where('regression_test_id', '=', output.regression_test_id)
    .where('output_id', '=', output.output_id)
    .execute();
}

/** By one parameter: a run plans up to 10,000 outputs. */
export async function updatePlannedContents(
  trx: Trx,
  runId: number,
  outputs: readonly Pick<PlannedOutputRow, 'output_id' | 'baseline_sha256' | 'variant_sha256s'>[],
): Promise<void> {
  await sql`
    update planned_outputs set baseline_sha256 = now.baseline_sha256, variant_sha256s = now.variant_sha256s
    from jsonb_to_recordset(${JSON.stringify(outputs)}::jsonb)
      as now (output_id integer, baseline_sha256 text, variant_sha256s text[])
    where planned_outputs.run_id = ${runId} and planned_outputs.output_id = now.output_id`.execute(trx);
}

export interface IdempotentRequest {
  readonly account_id: number;
  readonly operation: string;
  readonly key: string;
  readonly request_sha256: Buffer;
}

/** Requests with the same key wait for one another until the transaction ends, so that one of them has the effect. */
export async function lockIdempotencyKey(trx: Trx, { account_id, operation, key }: IdempotentRequest): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${account_id} ${operation} ${key}`}, 0))`.execute(trx);
}

export async function findIdempotentRun(
  db: Kysely<Database>,
  { account_id, operation, key }: IdempotentRequest,
): Promise<{ run_id: number; request_sha256: Buffer } | undefined> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['run_id', 'request_sha256'])
    .where('account_id', '=', account_id)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .where('created_at', '>', sql<string>`now() - interval '24 hours'`)
    .executeTakeFirst();
  return row && { run_id: row.run_id, request_sha256: Buffer.from(row.request_sha256) };
}

/** A key older than 24 hours gives way to the new request. */
export async function insertIdempotentRun(trx: Trx, request: IdempotentRequest, runId: number): Promise<void> {
  await trx
    .deleteFrom('idempotency_keys')
    .where('account_id', '=', request.account_id)
    .where('operation', '=', request.operation)
    .where('key', '=', request.key)
    .execute();
  await trx
    .insertInto('idempotency_keys')
    .values({ ...request, run_id: runId })
    .execute();
}

export async function findBuildOfCommit(
  db: Kysely<Database>,
  build: { readonly repository_id: number; readonly commit_sha: string; readonly platform: Platform },
): Promise<{ readonly id: number; readonly account_id: number } | undefined> {
  return db
    .selectFrom('builds')
    .select(['id', 'account_id'])
    .where('repository_id', '=', build.repository_id)
    .where('commit_sha', '=', build.commit_sha)
    .where('platform', '=', build.platform)
    .executeTakeFirst();
}

/** The queued runs of a pull request, or of somebody at GitHub, each locked. */
export async function listQueuedRunsForUpdate(
  trx: Trx,
  {
    domain_id,
    ...of
  }: { readonly domain_id: number } & (
    { readonly repository_id: number; readonly pr_number: number } | { readonly github_user_id: number }
  ),
): Promise<RunRow[]> {
  return trx
    .selectFrom('runs')
    .selectAll()
    .where('domain_id', '=', domain_id)
    .where('status', '=', 'queued')
    .where((eb) =>
      'pr_number' in of
        ? eb.and([eb('repository_id', '=', of.repository_id), eb('pr_number', '=', of.pr_number)])
        : eb.or([
            eb('github_user_id', '=', of.github_user_id),
            eb.exists(
              eb
                .selectFrom('accounts')
                .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
                .select('accounts.id')
                .whereRef('accounts.id', '=', 'runs.account_id')
                .where('accounts.github_user_id', '=', of.github_user_id)
                .where('repositories.registered', '=', false),
            ),
          ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}
