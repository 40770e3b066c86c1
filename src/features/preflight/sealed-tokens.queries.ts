import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { workTables, type EndedWork, type WorkPurpose } from './preflight.table.ts';

export interface SealedWork extends Pick<EndedWork, 'id' | 'site_id' | 'purpose'> {
  readonly sealed_token: string;
}

/** In the order of their ids, after this one; undefined: from the first. */
export async function listSealedWork(
  db: Kysely<Database>,
  purpose: WorkPurpose,
  { afterId, limit }: { readonly afterId?: string | undefined; readonly limit: number },
): Promise<SealedWork[]> {
  const { rows } = await sql<SealedWork>`
    select id, site_id, sealed_token, ${purpose}::text as purpose from ${sql.table(workTables[purpose])}
    where sealed_token is not null and (${afterId ?? null}::uuid is null or id > ${afterId ?? null}::uuid)
    order by id limit ${limit}`.execute(db);
  return rows;
}

/** False where the work has ended, or keeps another token meanwhile. */
export async function updateResealedToken(
  db: Kysely<Database>,
  { purpose, id, sealed_token: before }: SealedWork,
  sealed: string,
): Promise<boolean> {
  const { rows } = await sql`
    update ${sql.table(workTables[purpose])} set sealed_token = ${sealed}
    where id = ${id} and sealed_token = ${before}
    returning id`.execute(db);
  return rows.length > 0;
}
