import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

/** Whether the database answers at all; reads no table. */
export async function findDatabaseTime(db: Kysely<Database>): Promise<string> {
  const { time } = await db.selectNoFrom(sql<string>`now()`.as('time')).executeTakeFirstOrThrow();
  return time;
}
