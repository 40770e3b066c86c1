import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountRow } from './accounts.table.ts';
import type { SignupRow } from './mail.table.ts';

/** A repeat keeps the id, so that every mail to the address works until one of them is answered. */
export async function upsertSignup(db: Kysely<Database>, email: string): Promise<SignupRow> {
  return db
    .insertInto('signups')
    .values({
      email,
      account_id: sql<number>`nextval(pg_get_serial_sequence('accounts', 'id'))`,
      asked_at: sql<string>`now()`,
    })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doUpdateSet({ asked_at: sql<string>`now()` }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findSignup(db: Kysely<Database>, accountId: number): Promise<SignupRow | undefined> {
  return db.selectFrom('signups').selectAll().where('account_id', '=', accountId).executeTakeFirst();
}

/** Undefined when it was answered before. */
export async function claimSignup(trx: Transaction<Database>, accountId: number): Promise<SignupRow | undefined> {
  return trx.deleteFrom('signups').where('account_id', '=', accountId).returningAll().executeTakeFirst();
}

export async function deleteOldSignups(db: Kysely<Database>, lifeSeconds: number): Promise<void> {
  await db
    .deleteFrom('signups')
    .where('account_id', 'in', (eb) =>
      eb
        .selectFrom('signups')
        .select('account_id')
        .where('asked_at', '<', sql<string>`now() - ${lifeSeconds} * interval '1 second'`)
        .limit(100),
    )
    .execute();
}

/** In the domain that every installation has, with the role of newcomers; undefined when address or name is taken. */
export async function insertSignedUpAccount(
  trx: Transaction<Database>,
  { id, name, email, password_hash }: Pick<AccountRow, 'id' | 'name' | 'email' | 'password_hash'>,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into accounts (id, domain_id, name, email, password_hash, role)
    overriding system value
    select ${id}, domains.id, ${name}, ${email}, ${password_hash}, 'user' from domains where slug = 'default'
    on conflict do nothing
    returning id`.execute(trx);
  return rows[0]?.id;
}
