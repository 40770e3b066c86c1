import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { PreflightAuditRow, PreflightJobRow } from './preflight.table.ts';

/** A page of a job as an earlier one looked at it. */
export interface EarlierPage {
  /** In the job that is compared. */
  readonly position: number;
  readonly previous_job_id: string;
  /** In the earlier job. */
  readonly previous_position: number;
}

/** By page, the last completed job of the site that had it before the job was accepted. */
export async function listEarlierPages(db: Kysely<Database>, job: PreflightJobRow): Promise<EarlierPage[]> {
  const { rows } = await sql<EarlierPage>`
    select page.place::int - 1 as position, previous.id as previous_job_id,
      array_position(previous.urls, page.url) - 1 as previous_position
    from preflight_jobs as job
    cross join lateral unnest(job.urls) with ordinality as page (url, place)
    cross join lateral (
      select earlier.id, earlier.urls from preflight_jobs as earlier
      where earlier.domain_id = job.domain_id and earlier.site_id = job.site_id and earlier.status = 'completed'
        and (earlier.created_at, earlier.id) < (job.created_at, job.id) and page.url = any(earlier.urls)
      order by earlier.created_at desc, earlier.id desc limit 1
    ) as previous
    where job.id = ${job.id}`.execute(db);
  return rows;
}

export async function listAuditsOfJobs(db: Kysely<Database>, jobIds: readonly string[]): Promise<PreflightAuditRow[]> {
  return db.selectFrom('preflight_audits').selectAll().where('job_id', 'in', jobIds).execute();
}
