import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../db/database.ts';
import {
  workTables,
  type EndedWork,
  type PreflightJobRow,
  type WorkPurpose,
  type WorkRows,
} from './preflight.table.ts';

const tableOf = (purpose: WorkPurpose) => sql.table(workTables[purpose]);

export type ClaimedWork<Purpose extends WorkPurpose> = WorkRows[Purpose] & { readonly purpose: Purpose };

/** Work as one attempt holds it; whether it still does is decided in the write that uses it. */
export interface HeldWork extends EndedWork {
  readonly attempt: number;
}

const leaseEnd = (leaseMs: number) => sql`now() + ${leaseMs} * interval '1 millisecond'`;
const isFree = sql`(lease_until is null or lease_until < now())`;
/** Nothing is kept of a token then. */
const ended = sql`ended_at = now(), updated_at = now(), lease_until = null, sealed_token = null`;

/** How often, and how long after it was accepted, work may be begun. */
export interface WorkBounds {
  readonly attemptsMax: number;
  readonly lifeMs: number;
}

const isOverdue = (lifeMs: number) => sql`created_at < now() - ${lifeMs} * interval '1 millisecond'`;

/** Undefined when it has ended, is held, or may be begun no more. */
export async function claimWork<Purpose extends WorkPurpose>(
  db: Kysely<Database>,
  purpose: Purpose,
  id: string,
  { leaseMs, attemptsMax, lifeMs }: WorkBounds & { readonly leaseMs: number },
): Promise<ClaimedWork<Purpose> | undefined> {
  const { rows } = await sql<ClaimedWork<Purpose>>`
    update ${tableOf(purpose)}
    set attempt = attempt + 1, lease_until = ${leaseEnd(leaseMs)}, started_at = coalesce(started_at, now()),
      updated_at = now()
    where id = ${id} and status = 'in_progress' and attempt < ${attemptsMax} and ${isFree}
      and not ${isOverdue(lifeMs)}
    returning *, ${purpose}::text as purpose`.execute(db);
  return rows[0];
}

/** False when the attempt no longer holds the work; so are the writes below. */
async function updateHeld(
  db: Kysely<Database>,
  { purpose, id, attempt }: HeldWork,
  changes: RawBuilder<unknown>,
): Promise<boolean> {
  const { rows } = await sql`
    update ${tableOf(purpose)} set ${changes}
    where id = ${id} and attempt = ${attempt} and status = 'in_progress' and lease_until > now()
    returning id`.execute(db);
  return rows.length > 0;
}

export async function extendLease(db: Kysely<Database>, work: HeldWork, leaseMs: number): Promise<boolean> {
  return updateHeld(db, work, sql`lease_until = ${leaseEnd(leaseMs)}`);
}

/** Lets another attempt begin at once. */
export async function releaseLease(db: Kysely<Database>, work: HeldWork): Promise<void> {
  await updateHeld(db, work, sql`lease_until = null`);
}

export async function updateSealedToken(db: Kysely<Database>, work: HeldWork, sealed: string): Promise<boolean> {
  return updateHeld(db, work, sql`sealed_token = ${sealed}, updated_at = now()`);
}

/** In one transaction with what is written, so that nothing is written by an attempt that lost the work meanwhile. */
export async function touchHeldWork(db: Kysely<Database>, work: HeldWork): Promise<boolean> {
  return updateHeld(db, work, sql`updated_at = now()`);
}

export async function updateResponse(db: Kysely<Database>, work: HeldWork, status: number | null): Promise<boolean> {
  return updateHeld(db, work, sql`response_status = ${status}, updated_at = now()`);
}

/** Nothing but what was looked at and found in order passes; what needs a browser is asked of no job. */
const verdictOfJob = sql`case
  when exists (
    select from preflight_audits where job_id = preflight_jobs.id and result ->> 'state' = 'issues'
  ) then 'fail'
  when (
    select count(*) from preflight_audits join preflight_pages using (job_id, position)
    where job_id = preflight_jobs.id and preflight_pages.state = 'read' and (result ->> 'state' = 'ok' or result #>> '{reason,code}' = 'no_browser')
  ) = cardinality(urls) * cardinality(audits) then 'pass'
  else 'incomplete' end`;

export async function completeJob(
  db: Kysely<Database>,
  job: HeldWork,
  profiling: NonNullable<PreflightJobRow['profiling']>,
): Promise<boolean> {
  const completed = sql`status = 'completed', verdict = ${verdictOfJob}`;
  return updateHeld(db, job, sql`${ended}, ${completed}, profiling = ${JSON.stringify(profiling)}::jsonb`);
}

export async function completeFixes(db: Kysely<Database>, work: HeldWork, status: number): Promise<boolean> {
  return updateHeld(db, work, sql`${ended}, status = 'completed', response_status = ${status}`);
}

export interface WorkFailure {
  readonly code: string;
  readonly message: string;
}

export async function failHeldWork(
  db: Kysely<Database>,
  work: HeldWork,
  { code, message }: WorkFailure,
): Promise<boolean> {
  return updateHeld(db, work, sql`${ended}, status = 'failed', error_code = ${code}, error_message = ${message}`);
}

/** Ends what is in progress for too long, and what nobody may begin again. */
export async function failOverdueWork(
  db: Kysely<Database>,
  purpose: WorkPurpose,
  { lifeMs, attemptsMax }: WorkBounds,
): Promise<EndedWork[]> {
  const { rows } = await sql<EndedWork>`
    with before as (
      select id, sealed_token, ${isOverdue(lifeMs)} as is_overdue from ${tableOf(purpose)}
      where status = 'in_progress' and (${isOverdue(lifeMs)} or (attempt >= ${attemptsMax} and ${isFree}))
      order by created_at limit 100 for update skip locked
    )
    update ${tableOf(purpose)} as work
    set status = 'failed', ${ended},
      error_code = case when before.is_overdue then 'timed_out' else 'attempts_exhausted' end,
      error_message = case when before.is_overdue
        then 'The job did not end in time.' else 'The work was begun several times, and never ended.' end
    from before where work.id = before.id
    returning work.id, work.site_id, work.token_minted, before.sealed_token, ${purpose}::text as purpose`.execute(db);
  return rows;
}

/** In progress, and with nobody at work on them for a while. */
export async function listForsakenWork(db: Kysely<Database>, purpose: WorkPurpose, waitMs: number): Promise<string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select id from ${tableOf(purpose)}
    where status = 'in_progress' and updated_at < now() - ${waitMs} * interval '1 millisecond' and ${isFree}
    order by created_at limit 500`.execute(db);
  return rows.map(({ id }) => id);
}
