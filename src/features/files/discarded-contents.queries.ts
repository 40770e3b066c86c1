import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';

/** Every column that names content of the store. */
export const referringColumns = [
  ['baseline_approval_outputs', 'planned_sha256'],
  ['baseline_approval_outputs', 'previous_sha256'],
  ['baseline_approval_outputs', 'sha256'],
  ['baseline_approval_variants', 'sha256'],
  ['baselines', 'sha256'],
  ['builds', 'sha256'],
  ['media_infos', 'sha256'],
  ['planned_outputs', 'baseline_sha256'],
  ['planned_outputs', 'variant_sha256s'],
  ['planned_tests', 'sample_sha256'],
  ['queued_samples', 'sha256'],
  ['result_outputs', 'sha256'],
  ['sample_extra_files', 'sha256'],
  ['samples', 'sha256'],
  ['variants', 'sha256'],
] as const;

/** Those of one name come in one order, so that transactions that discard the same wait for each other. */
export async function insertDiscardedContents(trx: Transaction<Database>, sha256s: readonly string[]): Promise<void> {
  if (sha256s.length === 0) return;
  await trx
    .insertInto('discarded_contents')
    .values([...new Set(sha256s)].sort().map((sha256) => ({ sha256 })))
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ discarded_at: sql<string>`now()` }))
    .execute();
}

export async function findDiscardedContentForUpdate(
  trx: Transaction<Database>,
  { olderThanMs, after }: { readonly olderThanMs: number; readonly after: string },
): Promise<string | undefined> {
  const discarded = await trx
    .selectFrom('discarded_contents')
    .select('sha256')
    .where('discarded_at', '<=', sql<string>`now() - ${olderThanMs} * interval '1 millisecond'`)
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return discarded?.sha256;
}

export async function deleteDiscardedContent(trx: Transaction<Database>, sha256: string): Promise<void> {
  await trx.deleteFrom('discarded_contents').where('sha256', '=', sha256).execute();
}

/** Reads most tables from end to end where nothing refers to it: work for the background. */
export async function isContentReferred(db: Kysely<Database>, sha256: string): Promise<boolean> {
  for (const [table, column] of referringColumns) {
    const [name, named] = [sql.table(table), sql.ref(column)];
    const fits = column === 'variant_sha256s' ? sql`${sha256} = any(${named})` : sql`${named} = ${sha256}`;
    const { rows } = await sql`select from ${name} where ${fits} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}
