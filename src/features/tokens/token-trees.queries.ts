import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';

/** Whether the token was made from the other, at any depth, or is it. */
export async function isInTree(db: Kysely<Database>, tokenId: number, rootId: number): Promise<boolean> {
  const { rows } = await sql`
    with recursive line as (
      select id, parent_id from api_tokens where id = ${tokenId}
      union all
      select parent.id, parent.parent_id from api_tokens parent join line on line.parent_id = parent.id
    )
    select from line where id = ${rootId}`.execute(db);
  return rows.length > 0;
}

export interface LiveLine {
  /** From the first to the token itself. */
  readonly ids: readonly number[];
  /** Those made from the token itself that have not ended. */
  readonly childCount: number;
}

/**
 * Locked, from the first to the last: until the transaction ends none of them can be ended, and nobody else makes a child
 * of any. Without the token itself where that has ended.
 */
export async function listLiveLineForUpdate(trx: Transaction<Database>, tokenId: number): Promise<LiveLine> {
  const { rows } = await sql<{ id: number }>`
    with recursive line as (
      select id, parent_id from api_tokens where id = ${tokenId}
      union all
      select parent.id, parent.parent_id from api_tokens parent join line on line.parent_id = parent.id
    )
    select id from api_tokens
    where id in (select id from line) and revoked_at is null and expires_at > now()
    order by id for no key update`.execute(trx);
  // Only a statement after the lock sees every child.
  const { count } = await trx
    .selectFrom('api_tokens')
    .where('parent_id', '=', tokenId)
    .where('kind', '=', 'token')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { ids: rows.map(({ id }) => id), childCount: count };
}
