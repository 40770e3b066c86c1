import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { EndedWork, PreflightAuditRow, PreflightJobRow, PreflightPagesTable } from './preflight.table.ts';

/** Of a job, in the transaction that claims it: what an earlier attempt left. */
export async function deletePages(trx: Transaction<Database>, jobId: string): Promise<void> {
  await trx.deleteFrom('preflight_pages').where('job_id', '=', jobId).execute();
}

export async function insertPage(trx: Transaction<Database>, page: Insertable<PreflightPagesTable>): Promise<void> {
  await trx.insertInto('preflight_pages').values(page).execute();
}

export async function insertAudit(
  trx: Transaction<Database>,
  { result, ...audit }: Omit<PreflightAuditRow, 'name'>,
): Promise<void> {
  const row = { ...audit, name: result.name, result: JSON.stringify(result) };
  await trx.insertInto('preflight_audits').values(row).execute();
}

/** With the job that looked at the page. */
type LookedAudit = Pick<PreflightAuditRow, 'result' | 'job_id'>;

/** Of the page that a completed job of the same site read last with this digest. */
export async function listEarlierAudits(
  db: Kysely<Database>,
  { domain_id, site_id }: Pick<PreflightJobRow, 'domain_id' | 'site_id'>,
  digest: string,
): Promise<LookedAudit[]> {
  const { rows } = await sql<LookedAudit>`
    select audit.result, coalesce(audit.reused_from_job_id, audit.job_id) as job_id
    from preflight_audits as audit
    where (audit.job_id, audit.position) = (
      select page.job_id, page.position from preflight_pages as page
      join preflight_jobs as earlier on earlier.id = page.job_id
      where page.digest = ${digest} and earlier.status = 'completed'
        and earlier.domain_id = ${domain_id} and earlier.site_id = ${site_id}
      order by page.read_at desc limit 1
    )`.execute(db);
  return rows;
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
