import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { DomainRow } from './domains.table.ts';

export async function listDomainRows(
  db: Kysely<Database>,
  page: { readonly limit: number; readonly offset: number },
): Promise<DomainRow[]> {
  return db.selectFrom('domains').selectAll().orderBy('id').limit(page.limit).offset(page.offset).execute();
}

export async function countDomains(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('domains')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertDomain(trx: Transaction<Database>, slug: string): Promise<DomainRow> {
  return trx.insertInto('domains').values({ slug }).returningAll().executeTakeFirstOrThrow();
}

export async function findDomainBySlug(db: Kysely<Database>, slug: string): Promise<DomainRow | undefined> {
  return db.selectFrom('domains').selectAll().where('slug', '=', slug).executeTakeFirst();
}
