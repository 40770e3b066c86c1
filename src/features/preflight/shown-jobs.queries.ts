import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

export interface JobOrigin {
  readonly site_name: string;
  readonly base_url: string;
  /** Name of who began it. */
  readonly begun_by: string;
}

/** Of a job that is there. */
export async function findJobOrigin(db: Kysely<Database>, jobId: string): Promise<JobOrigin | undefined> {
  return db
    .selectFrom('preflight_jobs')
    .innerJoin('sites', 'sites.id', 'preflight_jobs.site_id')
    .innerJoin('accounts', 'accounts.id', 'preflight_jobs.account_id')
    .where('preflight_jobs.id', '=', jobId)
    .select(['sites.name as site_name', 'sites.base_url', 'accounts.name as begun_by'])
    .executeTakeFirst();
}

interface FindingCount {
  readonly job_id: string;
  readonly count: number;
}

/** Of jobs that have an audit that is done; of links each counts, listed or not. */
export async function countFindings(db: Kysely<Database>, jobIds: readonly string[]): Promise<FindingCount[]> {
  if (jobIds.length === 0) return [];
  return db
    .selectFrom('preflight_audits')
    .where('job_id', 'in', jobIds)
    .select('job_id')
    .select(
      sql<number>`sum((select coalesce(sum(coalesce((opportunity->>'issue_count')::integer, 1)), 0)
        from jsonb_array_elements(result->'opportunities') as opportunity))::integer`.as('count'),
    )
    .groupBy('job_id')
    .execute();
}
