import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { PreflightAuditRow, PreflightJobRow, PreflightPagesTable } from './preflight.table.ts';

/** A job as one attempt holds it; whether it still does is decided in the write that uses it. */
export type HeldJob = Pick<PreflightJobRow, 'id' | 'attempt'>;

const leaseEnd = (leaseMs: number) => sql<string>`now() + ${leaseMs} * interval '1 millisecond'`;
const now = sql<string>`now()`;

/** How often, and how long after it was accepted, a job may be begun. */
export interface JobBounds {
  readonly attemptsMax: number;
  readonly lifeMs: number;
}

const isOverdue = (lifeMs: number) => sql<boolean>`created_at < now() - ${lifeMs} * interval '1 millisecond'`;

/** Undefined when it has ended, is held, or may be begun no more. What an earlier attempt left is gone. */
export async function claimJob(
  trx: Transaction<Database>,
  id: string,
  { leaseMs, attemptsMax, lifeMs }: JobBounds & { readonly leaseMs: number },
): Promise<PreflightJobRow | undefined> {
  const job = await trx
    .updateTable('preflight_jobs')
    .set((eb) => ({
      attempt: eb('attempt', '+', 1),
      lease_until: leaseEnd(leaseMs),
      started_at: sql<string>`coalesce(started_at, now())`,
      updated_at: now,
    }))
    .where('id', '=', id)
    .where('status', '=', 'in_progress')
    .where('attempt', '<', attemptsMax)
    .where((eb) => eb.not(isOverdue(lifeMs)))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
    .returningAll()
    .executeTakeFirst();
  if (job !== undefined) await trx.deleteFrom('preflight_pages').where('job_id', '=', id).execute();
  return job;
}

const held = (db: Kysely<Database>, { id, attempt }: HeldJob) =>
  db
    .updateTable('preflight_jobs')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('status', '=', 'in_progress')
    .where('lease_until', '>', now);

/** False when the attempt no longer holds the job; so are the writes below. */
export async function extendLease(db: Kysely<Database>, job: HeldJob, leaseMs: number): Promise<boolean> {
  const { numUpdatedRows } = await held(db, job)
    .set({ lease_until: leaseEnd(leaseMs) })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets another attempt begin at once. */
export async function releaseLease(db: Kysely<Database>, job: HeldJob): Promise<void> {
  await held(db, job).set({ lease_until: null }).execute();
}

export async function updateSealedToken(db: Kysely<Database>, job: HeldJob, sealed: string): Promise<boolean> {
  const { numUpdatedRows } = await held(db, job).set({ sealed_token: sealed, updated_at: now }).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** In one transaction with what is written, so that nothing is written by an attempt that lost the job meanwhile. */
export async function touchHeldJob(trx: Transaction<Database>, job: HeldJob): Promise<boolean> {
  const { numUpdatedRows } = await held(trx, job).set({ updated_at: now }).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertPage(trx: Transaction<Database>, page: PreflightPagesTable): Promise<void> {
  await trx.insertInto('preflight_pages').values(page).execute();
}

export async function insertAudit(
  trx: Transaction<Database>,
  { job_id, position, result }: Omit<PreflightAuditRow, 'name'>,
): Promise<void> {
  const row = { job_id, position, name: result.name, result: JSON.stringify(result) };
  await trx.insertInto('preflight_audits').values(row).execute();
}

export async function completeJob(
  db: Kysely<Database>,
  job: HeldJob,
  profiling: NonNullable<PreflightJobRow['profiling']>,
): Promise<boolean> {
  const ended = { status: 'completed' as const, ended_at: now, updated_at: now, lease_until: null, sealed_token: null };
  const { numUpdatedRows } = await held(db, job)
    .set({ ...ended, profiling: JSON.stringify(profiling) })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface JobFailure {
  readonly code: string;
  readonly message: string;
}

/** By the attempt that holds it. */
export async function failHeldJob(db: Kysely<Database>, job: HeldJob, { code, message }: JobFailure): Promise<boolean> {
  const { numUpdatedRows } = await held(db, job)
    .set({ ...endedNow, status: 'failed', error_code: code, error_message: message })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const endedNow = { ended_at: now, updated_at: now, lease_until: null, sealed_token: null };

/** What an ended job leaves to be cleared away elsewhere. */
export type EndedJob = Pick<PreflightJobRow, 'id' | 'site_id' | 'token_minted' | 'sealed_token'>;

/** Whoever is at work on it loses it. Undefined when the domain has no such job in progress. */
export async function cancelJobRow(db: Kysely<Database>, domainId: number, id: string): Promise<EndedJob | undefined> {
  const { rows } = await sql<EndedJob>`
    with before as (
      select id, sealed_token from preflight_jobs
      where id = ${id} and domain_id = ${domainId} and status = 'in_progress' for update
    )
    update preflight_jobs as job
    set status = 'canceled', ended_at = now(), updated_at = now(), lease_until = null, sealed_token = null
    from before where job.id = before.id
    returning job.id, job.site_id, job.token_minted, before.sealed_token`.execute(db);
  return rows[0];
}

/** Ends what is in progress for too long, and what nobody may begin again. */
export async function failOverdueJobs(db: Kysely<Database>, { lifeMs, attemptsMax }: JobBounds): Promise<EndedJob[]> {
  const { rows } = await sql<EndedJob>`
    with before as (
      select id, sealed_token, ${isOverdue(lifeMs)} as is_overdue from preflight_jobs
      where status = 'in_progress' and (
        ${isOverdue(lifeMs)} or (attempt >= ${attemptsMax} and (lease_until is null or lease_until < now()))
      )
      order by created_at limit 100 for update skip locked
    )
    update preflight_jobs as job
    set status = 'failed', ended_at = now(), updated_at = now(), lease_until = null, sealed_token = null,
      error_code = case when before.is_overdue then 'timed_out' else 'attempts_exhausted' end,
      error_message = case when before.is_overdue
        then 'The job did not end in time.' else 'The work was begun several times, and never ended.' end
    from before where job.id = before.id
    returning job.id, job.site_id, job.token_minted, before.sealed_token`.execute(db);
  return rows;
}

/** In progress, and with nobody at work on them for a while. */
export async function listForsakenJobs(db: Kysely<Database>, waitMs: number): Promise<string[]> {
  const rows = await db
    .selectFrom('preflight_jobs')
    .select('id')
    .where('status', '=', 'in_progress')
    .where('updated_at', '<', sql<string>`now() - ${waitMs} * interval '1 millisecond'`)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
    .orderBy('created_at')
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteExpiredJobs(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('preflight_jobs').where('expires_at', '<', now).where('status', '!=', 'in_progress').execute();
}
