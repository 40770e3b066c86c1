import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { PreflightJobRow } from './preflight.table.ts';

export interface SealedJob extends Pick<PreflightJobRow, 'id' | 'site_id'> {
  readonly sealed_token: string;
}

/** In the order of their ids, after this one; undefined: from the first. */
export async function listSealedJobs(
  db: Kysely<Database>,
  afterId: string | undefined,
  limit: number,
): Promise<SealedJob[]> {
  return db
    .selectFrom('preflight_jobs')
    .select(['id', 'site_id'])
    .select(sql<string>`sealed_token`.as('sealed_token'))
    .where('sealed_token', 'is not', null)
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** False where the job has ended, or keeps another token meanwhile. */
export async function updateResealedToken(
  db: Kysely<Database>,
  { id, sealed_token: before }: SealedJob,
  sealed: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('preflight_jobs')
    .set({ sealed_token: sealed })
    .where('id', '=', id)
    .where('sealed_token', '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
