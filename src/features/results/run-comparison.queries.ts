import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { ComparisonVerdict } from './comparison-verdict.ts';
import type { ResultStatus } from './verdict.ts';

type Db = Kysely<Database>;

export interface ReferenceRun {
  readonly id: number;
  readonly commit_sha: string;
  readonly created_at: string;
}

export interface ComparedRun {
  readonly id: number;
  readonly repository_id: number;
  readonly platform: Platform;
  readonly base_commit_sha: string | null;
  readonly default_branch: string;
}

export async function findComparedRun(db: Db, domainId: number, runId: number): Promise<ComparedRun | undefined> {
  return db
    .selectFrom('runs')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .where('runs.domain_id', '=', domainId)
    .where('runs.id', '=', runId)
    .select(['runs.id', 'runs.repository_id', 'runs.platform', 'runs.base_commit_sha', 'repositories.default_branch'])
    .executeTakeFirst();
}

/** The latest completed run of the main branch before this one, on its platform. */
export async function findMainReference(db: Db, run: ComparedRun): Promise<ReferenceRun | undefined> {
  return completedRuns(db, run)
    .where('branch', '=', run.default_branch)
    .where('pr_number', 'is', null)
    .where('id', '<', run.id)
    .executeTakeFirst();
}

/** The latest completed run of the commit that the run's branch left from, on its platform. */
export async function findBranchPointReference(db: Db, run: ComparedRun): Promise<ReferenceRun | undefined> {
  if (run.base_commit_sha === null) return undefined;
  return completedRuns(db, run)
    .where('commit_sha', '=', run.base_commit_sha)
    .where('id', '<>', run.id)
    .executeTakeFirst();
}

function completedRuns(db: Db, { repository_id, platform }: ComparedRun) {
  return db
    .selectFrom('runs')
    .where('repository_id', '=', repository_id)
    .where('platform', '=', platform)
    .where('ended', '=', 'completed')
    .select(['id', 'commit_sha', 'created_at'])
    .orderBy('id', 'desc')
    .limit(1);
}

export interface ComparedTest {
  readonly regression_test_id: number;
  readonly sample_id: number;
  readonly status: ResultStatus;
  /** null: the reference did not plan the test, or there is no reference. */
  readonly reference_status: ResultStatus | null;
  readonly verdict: ComparisonVerdict;
}

/** What is worst first, then by test. A null reference compares with nothing. */
export async function listComparedTests(
  db: Db,
  runs: { readonly runId: number; readonly referenceId: number | null },
  verdict: ComparisonVerdict | undefined,
  page: { readonly limit: number; readonly offset: number },
): Promise<ComparedTest[]> {
  const { rows } = await sql<ComparedTest>`
    select regression_test_id, sample_id, status, reference_status, verdict
    from ${compared(runs)} as compared
    where ${verdict ?? null}::text is null or verdict = ${verdict ?? null}
    order by array_position(array['broken_here', 'fixed_here', 'failing_differently', 'failing_identically',
      'unchanged_pass', 'not_judged', 'no_reference'], verdict), regression_test_id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

export async function countComparedTests(
  db: Db,
  runs: { readonly runId: number; readonly referenceId: number | null },
): Promise<Map<ComparisonVerdict, number>> {
  const { rows } = await sql<{ verdict: ComparisonVerdict; total: number }>`
    select verdict, count(*) as total from ${compared(runs)} as compared group by verdict`.execute(db);
  return new Map(rows.map((row) => [row.verdict, row.total]));
}

/**
 * A test without a verdict on either side is not compared: that it agrees is never inferred from what is not there.
 * Two failures are one when status, wrong exit and the contents of the outputs that failed are.
 */
function compared({ runId, referenceId }: { readonly runId: number; readonly referenceId: number | null }) {
  return sql`(
    select here.regression_test_id, here.sample_id, here.status, there.status as reference_status,
      case
        when here.status not in ('pass', 'fail', 'missing_output') then 'not_judged'
        when coalesce(there.status, 'not_started') not in ('pass', 'fail', 'missing_output') then 'no_reference'
        when here.status = 'pass' and there.status = 'pass' then 'unchanged_pass'
        when here.status = 'pass' then 'fixed_here'
        when there.status = 'pass' then 'broken_here'
        when here.signature = there.signature then 'failing_identically'
        else 'failing_differently'
      end as verdict
    from ${endings(runId)} as here left join ${endings(referenceId)} as there using (regression_test_id)
  )`;
}

/** How each planned test ended: equal signatures are equal failures, content by content. */
function endings(runId: number | null) {
  return sql`(
    select p.regression_test_id, p.sample_id, coalesce(r.status, 'not_started') as status, concat_ws('/',
      r.status,
      case when r.exit_code <> p.expected_rc then 'exit ' || r.exit_code end,
      case when r.timed_out then 'timeout' end,
      (
        select string_agg(o.output_id || '=' || coalesce(produced.sha256, 'missing'), '/' order by o.output_id)
        from planned_outputs o join result_outputs produced using (run_id, regression_test_id, output_id)
        where o.run_id = p.run_id and o.regression_test_id = p.regression_test_id
          and not o.ignore and produced.status <> 'pass'
      )
    ) as signature
    from planned_tests p left join results r using (run_id, regression_test_id)
    where p.run_id = ${runId}
  )`;
}
