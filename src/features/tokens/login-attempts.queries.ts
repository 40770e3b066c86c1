import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';

export interface LoginKeys {
  readonly address_key: string;
  readonly account_key: Buffer;
}
export type LoginKey = Pick<LoginKeys, 'address_key'> | Pick<LoginKeys, 'account_key'>;

/**
 * Held until the transaction ends. Taken in a statement of its own, before the count: a statement sees what was
 * committed when it began, so a count in the same statement would miss those who held the lock before.
 */
export async function lockLoginKey(trx: Transaction<Database>, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

const spanOf = (windowMs: number) => sql<string>`${windowMs} * interval '1 millisecond'`;

/** Seconds until fewer than `count` attempts lie in the window; undefined when fewer do now. */
export async function findLoginWaitSeconds(
  trx: Transaction<Database>,
  key: LoginKey,
  { count, windowMs }: { readonly count: number; readonly windowMs: number },
): Promise<number | undefined> {
  const blocking = await trx
    .selectFrom('login_attempts')
    .where((eb) => eb.and(key))
    .where('attempted_at', '>', sql<string>`now() - ${spanOf(windowMs)}`)
    .orderBy('attempted_at', 'desc')
    .offset(count - 1)
    .limit(1)
    .select(sql<number>`ceil(extract(epoch from attempted_at + ${spanOf(windowMs)} - now()))`.as('seconds'))
    .executeTakeFirst();
  return blocking?.seconds;
}

export async function insertLoginAttempt(trx: Transaction<Database>, keys: LoginKeys): Promise<number> {
  const attempt = await trx.insertInto('login_attempts').values(keys).returning('id').executeTakeFirstOrThrow();
  return attempt.id;
}

export async function deleteLoginAttempt(db: Kysely<Database>, attemptId: number): Promise<void> {
  await db.deleteFrom('login_attempts').where('id', '=', attemptId).execute();
}

/**
 * Rows that no window reaches any more, among the oldest 10: more than come with one login, at a cost that does not
 * grow with the table. Rows that another login deletes at the same time are left to it.
 */
export async function deleteOldLoginAttempts(trx: Transaction<Database>, windowMs: number): Promise<void> {
  await trx
    .with('oldest', (eb) =>
      eb.selectFrom('login_attempts').select('id').orderBy('id').limit(10).forUpdate().skipLocked(),
    )
    .deleteFrom('login_attempts')
    .where('id', 'in', (eb) => eb.selectFrom('oldest').select('id'))
    .where('attempted_at', '<=', sql<string>`now() - ${spanOf(windowMs)}`)
    .execute();
}
