import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';

/**
 * Held until the transaction ends: of processes that make the first account or offer a setup token, one at a time, and
 * a statement after this one sees what the one before wrote.
 */
export async function lockInstallation(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('installation', 0))`.execute(trx);
}

export async function findSetupTokenId(db: Kysely<Database>, digests: readonly Buffer[]): Promise<number | undefined> {
  const token = await db.selectFrom('setup_tokens').select('id').where('digest', 'in', digests).executeTakeFirst();
  return token?.id;
}

export async function insertSetupToken(trx: Transaction<Database>, digest: Buffer): Promise<void> {
  await trx.insertInto('setup_tokens').values({ digest }).execute();
}

export async function deleteSetupTokens(trx: Transaction<Database>): Promise<void> {
  await trx.deleteFrom('setup_tokens').execute();
}

/** Uses the token up, once: undefined when it is another one, was used, or the installation has an account. */
export async function claimSetupToken(
  trx: Transaction<Database>,
  digests: readonly Buffer[],
): Promise<number | undefined> {
  const claimed = await trx
    .deleteFrom('setup_tokens')
    .where('digest', 'in', digests)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('accounts').select('id'))))
    .returning('id')
    .executeTakeFirst();
  return claimed?.id;
}
