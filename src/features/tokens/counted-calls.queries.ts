import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

/** Takes so many of the calls that a live token has left; false, and none is taken, where it has fewer. */
export async function updateCallsTaken(db: Kysely<Database>, tokenId: number, count: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_tokens')
    .set((eb) => ({ calls_left: eb('calls_left', '-', count) }))
    .where('id', '=', tokenId)
    .where('calls_left', '>=', count)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
