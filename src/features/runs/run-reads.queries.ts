import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { countWithinRun } from '../../db/count-within-run.ts';
import type { Database } from '../../db/database.ts';
import { nearPage } from '../../db/near-page.ts';
import type { Platform } from '../../principal.ts';
import type { RunStatus } from '../results/verdict.ts';
import type { RunEventRow, RunEventStatus, RunRow } from './runs.table.ts';

export interface RunFilters {
  readonly status?: RunStatus;
  readonly branch?: string;
  /** In any case. */
  readonly commit_sha?: string;
  /** In any case. */
  readonly repository?: string;
  /** Of a version that the domain knows. */
  readonly ccx_version?: string;
  readonly platform?: Platform;
  readonly created_after?: string;
  readonly created_before?: string;
}

export type RunSort = 'created_at' | '-created_at' | 'run_id' | '-run_id';

/** A run with the name of its repository. */
export type NamedRunRow = RunRow & { repository: string };

const orders = {
  created_at: ['runs.created_at', 'asc'],
  '-created_at': ['runs.created_at', 'desc'],
  run_id: ['runs.id', 'asc'],
  '-run_id': ['runs.id', 'desc'],
} as const;

const opposites = {
  created_at: '-created_at',
  '-created_at': 'created_at',
  run_id: '-run_id',
  '-run_id': 'run_id',
} as const;

export async function findRun(db: Kysely<Database>, domainId: number, runId: number): Promise<NamedRunRow | undefined> {
  return db
    .selectFrom('runs')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .where('runs.domain_id', '=', domainId)
    .where('runs.id', '=', runId)
    .selectAll('runs')
    .select('repositories.name as repository')
    .executeTakeFirst();
}

export async function listMatchingRuns(
  db: Kysely<Database>,
  domainId: number,
  filters: RunFilters,
  page: { readonly sort: RunSort; readonly limit: number; readonly offset: number },
  total: number,
): Promise<NamedRunRow[]> {
  const { limit, offset, reversed } = nearPage(page, total);
  const [column, direction] = orders[reversed ? opposites[page.sort] : page.sort];
  // The page is cut before rows are read, so that those before it cost one entry of an index each.
  const ids = matchingRuns(db, domainId, filters)
    .select('runs.id')
    .orderBy(column, direction)
    .orderBy('runs.id', direction)
    .limit(limit)
    .offset(offset);
  const rows = await db
    .selectFrom(ids.as('page'))
    .innerJoin('runs', 'runs.id', 'page.id')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .selectAll('runs')
    .select('repositories.name as repository')
    .orderBy(column, direction)
    .orderBy('runs.id', direction)
    .execute();
  return reversed ? rows.reverse() : rows;
}

export async function countMatchingRuns(db: Kysely<Database>, domainId: number, filters: RunFilters): Promise<number> {
  const { total } = await matchingRuns(db, domainId, filters)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Oldest first. */
export async function listRunEvents(
  db: Kysely<Database>,
  runId: number,
  status: RunEventStatus | undefined,
  page: { readonly limit: number; readonly offset: number },
): Promise<RunEventRow[]> {
  return matchingEvents(db, runId, status).selectAll().orderBy('id').limit(page.limit).offset(page.offset).execute();
}

/** Undefined when the domain has no such run. */
export async function countRunEvents(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  status: RunEventStatus | undefined,
): Promise<number | undefined> {
  return countWithinRun(db, domainId, runId, matchingEvents(db, runId, status));
}

export async function listPlannedTestIds(db: Kysely<Database>, runId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('planned_tests')
    .where('run_id', '=', runId)
    .select('regression_test_id')
    .orderBy('regression_test_id')
    .execute();
  return rows.map((row) => row.regression_test_id);
}

function matchingRuns(db: Kysely<Database>, domainId: number, filters: RunFilters) {
  const { status, branch, commit_sha, repository, ccx_version, platform, created_after, created_before } = filters;
  let runs = db.selectFrom('runs').where('runs.domain_id', '=', domainId);
  if (status !== undefined) runs = runs.where('runs.status', '=', status);
  if (branch !== undefined) runs = runs.where('runs.branch', '=', branch);
  if (commit_sha !== undefined) runs = runs.where('runs.commit_sha', '=', commit_sha.toLowerCase());
  if (repository !== undefined)
    runs = runs.where('runs.repository_id', '=', (eb) => repositoryNamed(eb, domainId, repository));
  if (ccx_version !== undefined) runs = runs.where((eb) => eb.exists(versionsOfRun(eb, ccx_version)));
  if (platform !== undefined) runs = runs.where('runs.platform', '=', platform);
  if (created_after !== undefined) runs = runs.where('runs.created_at', '>=', created_after);
  // A run is shown with whole milliseconds: it is at or before a moment until that millisecond is over.
  if (created_before !== undefined)
    runs = runs.where(sql<boolean>`runs.created_at < ${created_before}::timestamptz + interval '1 millisecond'`);
  return runs;
}

/** At most one, whatever the case; found once for all runs. */
function repositoryNamed(eb: ExpressionBuilder<Database, 'runs'>, domainId: number, name: string) {
  return eb
    .selectFrom('repositories')
    .where('repositories.domain_id', '=', domainId)
    .where(sql`lower(repositories.name)`, '=', name.toLowerCase())
    .select('repositories.id');
}

function versionsOfRun(eb: ExpressionBuilder<Database, 'runs'>, version: string) {
  return eb
    .selectFrom('tool_versions')
    .whereRef('tool_versions.repository_id', '=', 'runs.repository_id')
    .whereRef('tool_versions.commit_sha', '=', 'runs.commit_sha')
    .where('tool_versions.version', '=', version)
    .where('tool_versions.removed_at', 'is', null);
}

function matchingEvents(db: Kysely<Database>, runId: number, status: RunEventStatus | undefined) {
  const events = db.selectFrom('run_events').where('run_id', '=', runId);
  return status === undefined ? events : events.where('status', '=', status);
}
