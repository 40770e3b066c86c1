import { sql, type Kysely } from 'kysely';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const deadLetters = {
  policy: 'standard',
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 300,
  heartbeatSeconds: 15,
  deleteAfterSeconds: 3600,
};
const preflight = {
  policy: 'exclusive',
  retryLimit: 3,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 900,
  heartbeatSeconds: 15,
  deleteAfterSeconds: 3600,
  deadLetter: 'preflight_dead',
};

/** The schema that pg-boss 12.38.0 constructs (its version 46), without the days of statistics that are not kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const construction = await readFile(join(import.meta.dirname, '20261129T223400Z-create-job-engine.sql'), 'utf8');
  // The embedded database takes one statement at a time; a block executes many.
  await sql`do ${sql.lit(`begin execute $construction$${construction}$construction$; end`)}`.execute(db);
  for (const [name, options] of Object.entries({ preflight_dead: deadLetters, preflight }))
    await sql`select pgboss.create_queue(${name}, ${JSON.stringify(options)}::jsonb)`.execute(db);
}
