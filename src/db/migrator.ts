import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';

/**
 * Runs the migrations that have not run, each once, in order, in one transaction. Replicas that start together wait for
 * one another on the advisory lock that Kysely takes in that transaction.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<readonly string[]> {
  const { error, results } = await migratorOf(db).migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** Runs those up to this one that have not run. */
export async function migrateTo<Tables>(db: Kysely<Tables>, name: string): Promise<void> {
  const { error } = await migratorOf(db).migrateTo(name);
  if (error !== undefined) throw error;
}

/** In the order in which they run. */
export function knownMigrations(): readonly string[] {
  return Object.keys(migrations).sort();
}

export async function appliedMigrations<Tables>(db: Kysely<Tables>): Promise<readonly string[]> {
  const known = await sql<{ exists: boolean }>`select to_regclass('kysely_migration') is not null as exists`.execute(
    db,
  );
  if (known.rows[0]?.exists !== true) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.rows.map((row) => row.name);
}

export async function pendingMigrations<Tables>(db: Kysely<Tables>): Promise<readonly string[]> {
  const names = new Set(await appliedMigrations(db));
  return knownMigrations().filter((name) => !names.has(name));
}

function migratorOf<Tables>(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
}
