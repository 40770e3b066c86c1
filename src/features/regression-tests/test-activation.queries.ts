import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';

/** In order, which is also that of the locks. */
export async function listTestIdsForUpdate(
  trx: Transaction<Database>,
  domainId: number,
  regressionTestIds: readonly number[],
): Promise<number[]> {
  const rows = await trx
    .selectFrom('regression_tests')
    .select('id')
    .where('domain_id', '=', domainId)
    .where('id', 'in', regressionTestIds)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** Those that were otherwise. */
export async function updateActiveOfTests(
  trx: Transaction<Database>,
  regressionTestIds: readonly number[],
  active: boolean,
): Promise<number[]> {
  const rows = await trx
    .updateTable('regression_tests')
    .set({ active })
    .where('id', 'in', regressionTestIds)
    .where('active', '!=', active)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
