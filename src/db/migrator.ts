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

export async function pendingMigrations<Tables>(db: Kysely<Tables>): Promise<readonly string[]> {
  const known = await sql<{ exists: boolean }>`select to_regclass('kysely_migration') is not null as exists`.execute(
    db,
  );
  if (known.rows[0]?.exists !== true) return Object.keys(migrations);
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const names = new Set(done.rows.map((row) => row.name));
  return Object.keys(migrations).filter((name) => !names.has(name));
}

function migratorOf<Tables>(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
}
