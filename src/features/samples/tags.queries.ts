import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { TagRow } from './samples.table.ts';

export async function listTags(
  db: Kysely<Database>,
  domainId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<TagRow[]> {
  return db
    .selectFrom('tags')
    .selectAll()
    .where('domain_id', '=', domainId)
    .orderBy(sql`lower(name)`)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countTags(db: Kysely<Database>, domainId: number): Promise<number> {
  const { count } = await db
    .selectFrom('tags')
    .where('domain_id', '=', domainId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Undefined when the domain has a tag of that name in any case. */
export async function insertTag(
  db: Kysely<Database>,
  tag: Pick<TagRow, 'domain_id' | 'name' | 'description'>,
): Promise<TagRow | undefined> {
  return db
    .insertInto('tags')
    .values(tag)
    .onConflict((conflict) => conflict.expression(sql`domain_id, lower(name)`).doNothing())
    .returningAll()
    .executeTakeFirst();
}
