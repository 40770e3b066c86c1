import { sql, type Kysely } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when so many connections to the database wait for locks that others hold; how many they are. */
export async function waitingConnections<Tables>(db: Kysely<Tables>, count = 1): Promise<number> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows.length >= count) return rows.length;
    await delay(5);
  }
}
