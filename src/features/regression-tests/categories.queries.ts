import { sql, type ExpressionBuilder, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { CategoryRow } from './regression-tests.table.ts';

export interface CountedCategory extends CategoryRow {
  readonly test_count: number;
}

export async function listCategories(
  db: Kysely<Database>,
  domainId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<CountedCategory[]> {
  return db
    .selectFrom('categories')
    .where('domain_id', '=', domainId)
    .selectAll()
    .select(testCount)
    .orderBy(sql`lower(name)`)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

function testCount(eb: ExpressionBuilder<Database, 'categories'>) {
  return eb
    .selectFrom('regression_test_categories')
    .whereRef('regression_test_categories.category_id', '=', 'categories.id')
    .select((count) => count.fn.countAll<number>().as('count'))
    .$asScalar()
    .$notNull()
    .as('test_count');
}

/** Undefined when the domain has no such category. */
export async function updateCategory(
  db: Kysely<Database>,
  domainId: number,
  categoryId: number,
  changes: Partial<Pick<CategoryRow, 'name' | 'description'>>,
): Promise<CountedCategory | undefined> {
  return db
    .updateTable('categories')
    .set(changes)
    .where('domain_id', '=', domainId)
    .where('id', '=', categoryId)
    .returningAll()
    .returning(testCount)
    .executeTakeFirst();
}

/** Whoever puts a test into the category waits for the end of the transaction. */
export async function findCategoryForUpdate(
  trx: Transaction<Database>,
  domainId: number,
  categoryId: number,
): Promise<CategoryRow | undefined> {
  return trx
    .selectFrom('categories')
    .selectAll()
    .where('domain_id', '=', domainId)
    .where('id', '=', categoryId)
    .forUpdate()
    .executeTakeFirst();
}

export async function countTestsIn(trx: Transaction<Database>, categoryId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('regression_test_categories')
    .where('category_id', '=', categoryId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function deleteCategory(trx: Transaction<Database>, categoryId: number): Promise<void> {
  await trx.deleteFrom('categories').where('id', '=', categoryId).execute();
}

export async function countCategories(db: Kysely<Database>, domainId: number): Promise<number> {
  const { total } = await db
    .selectFrom('categories')
    .where('domain_id', '=', domainId)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Undefined when the domain has a category of that name in any case. */
export async function insertCategory(
  db: Kysely<Database>,
  category: Pick<CategoryRow, 'domain_id' | 'name' | 'description'>,
): Promise<CategoryRow | undefined> {
  return db
    .insertInto('categories')
    .values(category)
    .onConflict((conflict) => conflict.expression(sql`domain_id, lower(name)`).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** One row per given name, in any case; `id` is null where the domain has no such category. */
export async function listCategoriesNamed(
  db: Kysely<Database>,
  domainId: number,
  names: readonly string[],
): Promise<{ readonly name: string; readonly id: number | null }[]> {
  const { rows } = await sql<{ name: string; id: number | null }>`
    select given.name, categories.id
    from unnest(${names}::text[]) given (name)
    left join categories
      on categories.domain_id = ${domainId} and lower(categories.name) = lower(given.name)`.execute(db);
  return rows;
}

/** Those that are still there, and stay until the transaction ends. */
export async function listCategoryIdsForKeyShare(
  trx: Transaction<Database>,
  categoryIds: readonly number[],
): Promise<number[]> {
  const rows = await trx
    .selectFrom('categories')
    .select('id')
    .where('id', 'in', categoryIds)
    .orderBy('id')
    .forKeyShare()
    .execute();
  return rows.map(({ id }) => id);
}
