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
  const names = [...new Set(sha256s)].sort();
  await sql`
    insert into discarded_contents (sha256) select unnest(${names}::text[])
    on conflict (sha256) do update set discarded_at = now()`.execute(trx);
}

/** Locked, in the order of their names; those that somebody else is at are passed over. */
export async function listDiscardedContentsForUpdate(
  trx: Transaction<Database>,
  { olderThanMs, after, limit }: { readonly olderThanMs: number; readonly after: string; readonly limit: number },
): Promise<string[]> {
  const discarded = await trx
    .selectFrom('discarded_contents')
    .select('sha256')
    .where('discarded_at', '<=', sql<string>`now() - ${olderThanMs} * interval '1 millisecond'`)
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return discarded.map(({ sha256 }) => sha256);
}

export async function deleteDiscardedContents(trx: Transaction<Database>, sha256s: readonly string[]): Promise<void> {
  await sql`delete from discarded_contents where sha256 = any(${sha256s}::text[])`.execute(trx);
}

/**
 * Those of them that something refers to, all at one moment: what moves from one table to another is seen in either.
 * Reads most tables from end to end, once for any number of contents: work for the background. Measured for 500, with
 * a million rows in each of the three largest tables: 0.6 s.
 */
export async function listReferredContents(db: Kysely<Database>, sha256s: readonly string[]): Promise<string[]> {
  const found = referringColumns.map(([table, column]) => {
    const [name, named] = [sql.table(table), sql.ref(column)];
    return column === 'variant_sha256s'
      ? sql`select variant as sha256 from ${name}, unnest(${named}) as variant where variant = any(${sha256s}::text[])`
      : sql`select ${named} as sha256 from ${name} where ${named} = any(${sha256s}::text[])`;
  });
  const { rows } = await sql<{ sha256: string }>`${sql.join(found, sql` union `)}`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}
