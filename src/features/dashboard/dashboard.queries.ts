import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { ResultStatus, RunStatus } from '../results/verdict.ts';

type Db = Kysely<Database>;

export interface DashboardFilters {
  /** In any case. */
  readonly repository: string | undefined;
  readonly branch: string | undefined;
  readonly platform: Platform | undefined;
  /** How many, in UTC and with today. */
  readonly days: number;
}

export interface DayCount {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly platform: Platform;
  readonly status: RunStatus;
  readonly count: number;
}

/** Runs created on each day, by what became of them. */
export async function countRunsByDay(db: Db, domainId: number, filters: DashboardFilters): Promise<DayCount[]> {
  return matchingRuns(db, domainId, filters)
    .select([sql<string>`to_char(runs.created_at at time zone 'UTC', 'YYYY-MM-DD')`.as('day')])
    .select((eb) => ['runs.platform', 'runs.status', eb.fn.countAll<number>().as('count')])
    .groupBy(['day', 'runs.platform', 'runs.status'])
    .execute();
}

export interface ShownRun {
  readonly id: number;
  readonly repository: string;
  readonly branch: string;
  readonly commit_sha: string;
  readonly platform: Platform;
  readonly status: RunStatus;
  readonly planned_count: number;
  readonly pass_count: number;
  readonly created_at: string;
}

/** The latest first. */
export async function listLatestRuns(
  db: Db,
  domainId: number,
  filters: DashboardFilters,
  limit: number,
): Promise<ShownRun[]> {
  return matchingRuns(db, domainId, filters)
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .select(['runs.id', 'repositories.name as repository', 'runs.branch', 'runs.commit_sha', 'runs.platform'])
    .select(['runs.status', 'runs.planned_count', 'runs.pass_count', 'runs.created_at'])
    .orderBy('runs.created_at', 'desc')
    .orderBy('runs.id', 'desc')
    .limit(limit)
    .execute();
}

export interface ShownFailure {
  readonly run_id: number;
  readonly regression_test_id: number;
  readonly status: ResultStatus;
  readonly exit_code: number | null;
  readonly sample_name: string;
  readonly sample_id: number;
  readonly platform: Platform;
  readonly commit_sha: string;
}

/** Results that speak against the latest runs which failed. */
export async function listLatestFailures(
  db: Db,
  domainId: number,
  filters: DashboardFilters,
  limit: number,
): Promise<ShownFailure[]> {
  const failed = matchingRuns(db, domainId, filters)
    .where('runs.status', '=', 'fail')
    .select(['runs.id', 'runs.platform', 'runs.commit_sha'])
    .orderBy('runs.created_at', 'desc')
    .orderBy('runs.id', 'desc')
    .limit(limit);
  return db
    .selectFrom(failed.as('failed'))
    .innerJoin('results', 'results.run_id', 'failed.id')
    .innerJoin('planned_tests', (join) =>
      join
        .onRef('planned_tests.run_id', '=', 'results.run_id')
        .onRef('planned_tests.regression_test_id', '=', 'results.regression_test_id'),
    )
    .where('results.status', 'in', ['fail', 'missing_output'])
    .select(['results.run_id', 'results.regression_test_id', 'results.status', 'results.exit_code'])
    .select(['planned_tests.sample_name', 'planned_tests.sample_id', 'failed.platform', 'failed.commit_sha'])
    .orderBy('results.run_id', 'desc')
    .orderBy('results.regression_test_id')
    .limit(limit)
    .execute();
}

export interface PlatformLoad {
  readonly name: Platform;
  /** Maintenance: nothing of it is given out. */
  readonly disabled: boolean;
  readonly queued: number;
  readonly running: number;
  /** Workers of the installation that were seen lately. */
  readonly workers: number;
}

export async function listPlatformLoads(db: Db, domainId: number, seenWithinMs: number): Promise<PlatformLoad[]> {
  const { rows } = await sql<PlatformLoad>`
    select platforms.name, platforms.disabled,
      (select count(*) from runs where domain_id = ${domainId} and status = 'queued' and platform = platforms.name) as queued,
      (select count(*) from runs where domain_id = ${domainId} and status = 'running' and platform = platforms.name) as running,
      (select count(*) from workers where revoked_at is null and platforms.name = any (workers.platforms)
        and last_seen_at > now() - ${seenWithinMs}::integer * interval '1 millisecond') as workers
    from platforms order by platforms.name`.execute(db);
  return rows;
}

export async function findRepositoryName(db: Db, domainId: number, id: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('repositories')
    .where('domain_id', '=', domainId)
    .where('id', '=', id)
    .select('name')
    .executeTakeFirst();
  return row?.name;
}

/** For the choice of a filter. */
export async function listRepositoryNames(db: Db, domainId: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('repositories')
    .where('domain_id', '=', domainId)
    .select('name')
    .orderBy('name')
    .limit(limit)
    .execute();
  return rows.map(({ name }) => name);
}

function matchingRuns(db: Db, domainId: number, { repository, branch, platform, days }: DashboardFilters) {
  let runs = db
    .selectFrom('runs')
    .where('runs.domain_id', '=', domainId)
    .where(
      sql<boolean>`runs.created_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - ${days - 1} * interval '1 day'`,
    );
  if (branch !== undefined) runs = runs.where('runs.branch', '=', branch);
  if (platform !== undefined) runs = runs.where('runs.platform', '=', platform);
  if (repository !== undefined)
    runs = runs.where('runs.repository_id', '=', (eb) =>
      eb
        .selectFrom('repositories')
        .where('repositories.domain_id', '=', domainId)
        .where(sql`lower(repositories.name)`, '=', repository.toLowerCase())
        .select('repositories.id'),
    );
  return runs;
}
