import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { AppError, notFound } from '../../errors.ts';
import {
  countTestsIn,
  deleteCategory,
  findCategoryForUpdate,
  insertCategory,
  listCategoriesNamed,
  listCategoryIdsForKeyShare,
  updateCategory,
  type CountedCategory,
} from './categories.queries.ts';
import type { CategoryRow } from './regression-tests.table.ts';

export async function addCategory(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  { name, description }: Pick<CategoryRow, 'name' | 'description'>,
): Promise<CountedCategory> {
  const category = await insertCategory(db, { domain_id: domainId, name, description });
  if (category === undefined) throw nameTaken();
  return { ...category, test_count: 0 };
}

const nameTaken = (): AppError => new AppError('conflict', 'A category has this name already.');

export async function changeCategory(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  categoryId: number,
  changes: Partial<Pick<CategoryRow, 'name' | 'description'>>,
): Promise<CountedCategory> {
  const changed = await updateCategory(db, domainId, categoryId, changes).catch((failure: unknown) => {
    throw violatedUniqueKey(failure) === 'categories_domain_id_name_key' ? nameTaken() : failure;
  });
  if (changed === undefined) throw notFound('category');
  return changed;
}

/** A test that is being put into the category holds it: the lock waits for it, and the count sees it. */
export async function removeCategory(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  categoryId: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if ((await findCategoryForUpdate(trx, domainId, categoryId)) === undefined) throw notFound('category');
    const test_count = await countTestsIn(trx, categoryId);
    if (test_count > 0) throw new AppError('conflict', 'The category has regression tests.', { test_count });
    await deleteCategory(trx, categoryId);
  });
}

/** Each category once, even when its name is given in two spellings. */
export async function categoryIdsOf(
  trx: Transaction<Database>,
  domainId: number,
  names: readonly string[],
): Promise<number[]> {
  const categories = await listCategoriesNamed(trx, domainId, names);
  const found = [...new Set(categories.map(({ id }) => id).filter((id) => id !== null))];
  const kept = found.length === 0 ? [] : await listCategoryIdsForKeyShare(trx, found);
  const unknown = categories.filter(({ id }) => id === null || !kept.includes(id)).map(({ name }) => name);
  if (unknown.length > 0) throw new AppError('unprocessable', 'There are no such categories.', { categories: unknown });
  return kept;
}
