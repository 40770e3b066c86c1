import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import { insertCategory, listCategoriesNamed, type CountedCategory } from './categories.queries.ts';
import type { CategoryRow } from './regression-tests.table.ts';

export async function addCategory(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  { name, description }: Pick<CategoryRow, 'name' | 'description'>,
): Promise<CountedCategory> {
  const category = await insertCategory(db, { domain_id: domainId, name, description });
  if (category === undefined) throw new AppError('conflict', 'A category has this name already.');
  return { ...category, test_count: 0 };
}

/** Each category once, even when its name is given in two spellings. */
export async function categoryIdsOf(
  trx: Transaction<Database>,
  domainId: number,
  names: readonly string[],
): Promise<number[]> {
  const categories = await listCategoriesNamed(trx, domainId, names);
  const unknown = categories.filter(({ id }) => id === null).map(({ name }) => name);
  if (unknown.length > 0) throw new AppError('unprocessable', 'There are no such categories.', { categories: unknown });
  return [...new Set(categories.map(({ id }) => id).filter((id) => id !== null))];
}
