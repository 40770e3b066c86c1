import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { ForbiddenExtensionsTable } from './forbidden-extensions.table.ts';

export async function listForbiddenExtensionNames(
  db: Kysely<Database>,
  page: { readonly limit: number; readonly offset: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('forbidden_extensions')
    .select('extension')
    .orderBy('extension')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ extension }) => extension);
}

export async function countForbiddenExtensions(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('forbidden_extensions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The first, by name, of the given ones that is forbidden. */
export async function findForbiddenExtension(
  db: Kysely<Database>,
  extensions: readonly string[],
): Promise<string | undefined> {
  const forbidden = await db
    .selectFrom('forbidden_extensions')
    .select('extension')
    .where('extension', 'in', extensions)
    .orderBy('extension')
    .limit(1)
    .executeTakeFirst();
  return forbidden?.extension;
}

/** Undefined when it is forbidden already. */
export async function insertForbiddenExtension(
  db: Kysely<Database>,
  row: Insertable<ForbiddenExtensionsTable>,
): Promise<string | undefined> {
  const inserted = await db
    .insertInto('forbidden_extensions')
    .values(row)
    .onConflict((conflict) => conflict.column('extension').doNothing())
    .returning('extension')
    .executeTakeFirst();
  return inserted?.extension;
}

/** Undefined when it is not forbidden. */
export async function deleteForbiddenExtensionRow(
  db: Kysely<Database>,
  extension: string,
): Promise<string | undefined> {
  const deleted = await db
    .deleteFrom('forbidden_extensions')
    .where('extension', '=', extension)
    .returning('extension')
    .executeTakeFirst();
  return deleted?.extension;
}
