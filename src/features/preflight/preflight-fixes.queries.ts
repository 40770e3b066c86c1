import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { PreflightFixesRow, PreflightFixesTable } from './preflight.table.ts';

type OfJob = Pick<PreflightFixesRow, 'domain_id' | 'job_id'>;

const fixesOf = (db: Kysely<Database>, { domain_id, job_id }: OfJob) =>
  db.selectFrom('preflight_fixes').where('domain_id', '=', domain_id).where('job_id', '=', job_id);

export async function findFixes(db: Kysely<Database>, of: OfJob, id: string): Promise<PreflightFixesRow | undefined> {
  return fixesOf(db, of).selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listFixesRows(
  db: Kysely<Database>,
  of: OfJob,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PreflightFixesRow[]> {
  return fixesOf(db, of).selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).offset(offset).execute();
}

export async function countFixes(db: Kysely<Database>, of: OfJob): Promise<number> {
  const { count } = await fixesOf(db, of)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertFixes(
  db: Kysely<Database>,
  fixes: Insertable<PreflightFixesTable>,
): Promise<PreflightFixesRow> {
  return db.insertInto('preflight_fixes').values(fixes).returningAll().executeTakeFirstOrThrow();
}
