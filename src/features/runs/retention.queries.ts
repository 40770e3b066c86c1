import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { RunStatus } from '../results/verdict.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export type RetentionState = 'due' | 'held';
export type HoldReason = 'latest_of_main_branch' | 'approved_from';

export interface RetentionRun {
  readonly run_id: number;
  readonly repository: string;
  readonly commit_sha: string;
  readonly platform: Platform;
  readonly branch: string;
  readonly status: RunStatus;
  readonly completed_at: string;
  readonly held_because: readonly HoldReason[];
  readonly output_bytes: number;
}

/** Comparisons need it: the latest completed run of the main branch of its repository, on its platform. */
const isLatestOfMainBranch = sql<boolean>`(
  runs.ended = 'completed' and runs.pr_number is null and runs.branch = repositories.default_branch
  and not exists (
    select from runs newer
    where newer.repository_id = runs.repository_id and newer.platform = runs.platform and newer.branch = runs.branch
      and newer.ended = 'completed' and newer.pr_number is null and newer.id > runs.id
  ))`;
/** The record of an approval refers to it, undone or not. */
const isApprovedFrom = sql<boolean>`exists (select from baseline_approvals a where a.run_id = runs.id)`;
/** The one condition of the preview and of the deletion. */
const isHeld = sql<boolean>`(${isLatestOfMainBranch} or ${isApprovedFrom})`;

const isOlderThan = (days: number) =>
  sql<boolean>`runs.ended is not null and runs.completed_at <= now() - ${days} * interval '1 day'`;

const outputBytes = sql<number>`(
  select coalesce(sum(size_bytes), 0)::bigint from result_outputs where result_outputs.run_id = runs.id)`;

function endedRuns(db: Db, days: number) {
  return db
    .selectFrom('runs')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .where(isOlderThan(days));
}

/** The oldest first. */
export async function listRunsToRetain(
  db: Db,
  domainId: number,
  days: number,
  state: RetentionState | undefined,
  page: { readonly limit: number; readonly offset: number },
): Promise<RetentionRun[]> {
  return endedRuns(db, days)
    .where('runs.domain_id', '=', domainId)
    .$if(state !== undefined, (query) => query.where(sql<boolean>`${isHeld} = ${state === 'held'}`))
    .select(['runs.id as run_id', 'repositories.name as repository', 'runs.commit_sha', 'runs.platform', 'runs.branch'])
    .select(['runs.status', sql<string>`runs.completed_at`.as('completed_at')])
    .select(
      sql<HoldReason[]>`array_remove(array[
        case when ${isLatestOfMainBranch} then 'latest_of_main_branch' end,
        case when ${isApprovedFrom} then 'approved_from' end], null)`.as('held_because'),
    )
    .select(outputBytes.as('output_bytes'))
    .orderBy('runs.completed_at')
    .orderBy('runs.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export interface RetentionTotals {
  readonly due: number;
  readonly held: number;
  readonly due_bytes: number;
}

export async function countRunsToRetain(db: Db, domainId: number, days: number): Promise<RetentionTotals> {
  return endedRuns(db, days)
    .where('runs.domain_id', '=', domainId)
    .select(sql<number>`count(*) filter (where not ${isHeld})`.as('due'))
    .select(sql<number>`count(*) filter (where ${isHeld})`.as('held'))
    .select(sql<number>`coalesce(sum(${outputBytes}) filter (where not ${isHeld}), 0)::bigint`.as('due_bytes'))
    .executeTakeFirstOrThrow();
}

/** The run that is due longest, locked; those that somebody else is at are passed over. */
export async function findDueRunForUpdate(trx: Trx, days: number): Promise<number | undefined> {
  const run = await endedRuns(trx, days)
    .where(sql<boolean>`not ${isHeld}`)
    .select('runs.id')
    .orderBy('runs.completed_at')
    .orderBy('runs.id')
    .limit(1)
    .forUpdate('runs')
    .skipLocked()
    .executeTakeFirst();
  return run?.id;
}

/** Every content that only the run may have referred to. */
export async function listContentsOfRun(trx: Trx, runId: number): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from result_outputs where run_id = ${runId} and sha256 is not null
    union select baseline_sha256 from planned_outputs where run_id = ${runId} and baseline_sha256 is not null
    union select unnest(variant_sha256s) from planned_outputs where run_id = ${runId}
    union select sample_sha256 from planned_tests where run_id = ${runId}`.execute(trx);
  return rows.map(({ sha256 }) => sha256);
}

/**
 * With everything that is of the run; the bytes of its outputs, as the preview counts them. Undefined when something
 * holds it that was not there before it was locked.
 */
export async function deleteRun(trx: Trx, runId: number): Promise<number | undefined> {
  const deleted = await trx
    .deleteFrom('runs')
    .using('repositories')
    .whereRef('repositories.id', '=', 'runs.repository_id')
    .where('runs.id', '=', runId)
    .where(sql<boolean>`not ${isHeld}`)
    .returning(outputBytes.as('output_bytes'))
    .executeTakeFirst();
  return deleted?.output_bytes;
}
