import {
  sql,
  type Expression,
  type Insertable,
  type Kysely,
  type Selectable,
  type SqlBool,
  type Transaction,
} from 'kysely';
import type { Database } from '../../db/database.ts';
import type {
  PreflightAuditsTable,
  PreflightJobRow,
  PreflightJobsTable,
  PreflightPagesTable,
} from './preflight.table.ts';

const equal = ['id', 'status', 'verdict', 'step', 'site_id', 'run_id'] as const;

export interface JobConditions extends Partial<Pick<PreflightJobRow, (typeof equal)[number]>> {
  /** Of one of its pages, as it was given. */
  readonly url?: string;
}

/** With the number of its audits that are done. */
export type CountedJob = PreflightJobRow & { readonly audits_done: number };

function jobsOf(db: Kysely<Database>, domainId: number, { url, ...given }: JobConditions) {
  return db
    .selectFrom('preflight_jobs')
    .where('preflight_jobs.domain_id', '=', domainId)
    .where((eb) => {
      const conditions: Expression<SqlBool>[] = [];
      for (const name of equal) {
        const value = given[name];
        if (value !== undefined) conditions.push(eb(`preflight_jobs.${name}`, '=', value));
      }
      if (url !== undefined) conditions.push(sql<SqlBool>`${url} = any(preflight_jobs.urls)`);
      return eb.and(conditions);
    });
}

const counted = (db: Kysely<Database>, domainId: number, conditions: JobConditions) =>
  jobsOf(db, domainId, conditions)
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('preflight_audits')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('preflight_audits.job_id', '=', 'preflight_jobs.id')
        .$asScalar()
        .$notNull()
        .as('audits_done'),
    );

export async function listJobRows(
  db: Kysely<Database>,
  domainId: number,
  conditions: JobConditions,
  page: { readonly limit: number; readonly offset: number },
): Promise<CountedJob[]> {
  return counted(db, domainId, conditions)
    .orderBy('preflight_jobs.created_at', 'desc')
    .orderBy('preflight_jobs.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countJobs(db: Kysely<Database>, domainId: number, conditions: JobConditions): Promise<number> {
  const { count } = await jobsOf(db, domainId, conditions)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findJob(db: Kysely<Database>, domainId: number, id: string): Promise<CountedJob | undefined> {
  return counted(db, domainId, { id }).executeTakeFirst();
}

/** With the repository of its site. Nobody deletes it before the transaction ends. */
export async function findRequiredJobForKeyShare(
  trx: Transaction<Database>,
  domainId: number,
  id: string,
): Promise<(Pick<PreflightJobRow, 'status' | 'verdict'> & { readonly repository_id: number | null }) | undefined> {
  return jobsOf(trx, domainId, { id })
    .innerJoin('sites', 'sites.id', 'preflight_jobs.site_id')
    .select(['preflight_jobs.status', 'preflight_jobs.verdict', 'sites.repository_id'])
    .forKeyShare('preflight_jobs')
    .executeTakeFirst();
}

export async function listPageRows(db: Kysely<Database>, jobId: string): Promise<Selectable<PreflightPagesTable>[]> {
  return db.selectFrom('preflight_pages').selectAll().where('job_id', '=', jobId).orderBy('position').execute();
}

export async function listAuditRows(db: Kysely<Database>, jobId: string): Promise<Selectable<PreflightAuditsTable>[]> {
  return db.selectFrom('preflight_audits').selectAll().where('job_id', '=', jobId).execute();
}

export async function insertJob(db: Kysely<Database>, job: Insertable<PreflightJobsTable>): Promise<PreflightJobRow> {
  return db.insertInto('preflight_jobs').values(job).returningAll().executeTakeFirstOrThrow();
}
