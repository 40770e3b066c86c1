import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { EndedWork, PreflightAuditRow, PreflightPagesTable } from './preflight.table.ts';

/** Of a job, in the transaction that claims it: what an earlier attempt left. */
export async function deletePages(trx: Transaction<Database>, jobId: string): Promise<void> {
  await trx.deleteFrom('preflight_pages').where('job_id', '=', jobId).execute();
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

/** Whoever is at work on it loses it. Undefined when the domain has no such job in progress. */
export async function cancelJobRow(db: Kysely<Database>, domainId: number, id: string): Promise<EndedWork | undefined> {
  const { rows } = await sql<EndedWork>`
    with before as (
      select id, sealed_token from preflight_jobs
      where id = ${id} and domain_id = ${domainId} and status = 'in_progress' for update
    )
    update preflight_jobs as job
    set status = 'canceled', ended_at = now(), updated_at = now(), lease_until = null, sealed_token = null
    from before where job.id = before.id
    returning job.id, job.site_id, job.token_minted, before.sealed_token, 'preflight' as purpose`.execute(db);
  return rows[0];
}

export async function deleteExpiredJobs(db: Kysely<Database>): Promise<void> {
  await db
    .deleteFrom('preflight_jobs')
    .where('expires_at', '<', sql<string>`now()`)
    .where('status', '!=', 'in_progress')
    .execute();
}
