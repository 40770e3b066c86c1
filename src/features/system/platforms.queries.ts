import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { PlatformRow } from './platforms.table.ts';

export async function listPlatforms(db: Kysely<Database>): Promise<PlatformRow[]> {
  return db.selectFrom('platforms').selectAll().orderBy('name').execute();
}

/** Those of the given ones that are not disabled, and will not be before the transaction ends. */
export async function listEnabledPlatformsForShare(
  trx: Transaction<Database>,
  names: readonly Platform[],
): Promise<Platform[]> {
  const rows = await trx
    .selectFrom('platforms')
    .select('name')
    .where('name', 'in', names)
    .where('disabled', '=', false)
    .orderBy('name')
    .forShare()
    .execute();
  return rows.map(({ name }) => name);
}

export async function listDisabledPlatformNames(db: Kysely<Database>): Promise<Platform[]> {
  const rows = await db.selectFrom('platforms').select('name').where('disabled', '=', true).execute();
  return rows.map(({ name }) => name);
}

export async function updatePlatform(
  db: Kysely<Database>,
  name: Platform,
  change: Pick<PlatformRow, 'disabled' | 'reason' | 'account_id'>,
): Promise<PlatformRow> {
  return db
    .updateTable('platforms')
    .set({ ...change, changed_at: sql<string>`now()` })
    .where('name', '=', name)
    .returningAll()
    .executeTakeFirstOrThrow();
}
