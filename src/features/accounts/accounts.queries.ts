import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountRow, AccountsTable } from './accounts.table.ts';

export type NewAccountRow = Insertable<AccountsTable>;

export interface AccountInDomain extends AccountRow {
  readonly domain_slug: string;
}

export async function findAccountInDomain(
  db: Kysely<Database>,
  accountId: number,
): Promise<AccountInDomain | undefined> {
  return db
    .selectFrom('accounts')
    .innerJoin('domains', 'domains.id', 'accounts.domain_id')
    .where('accounts.id', '=', accountId)
    .selectAll('accounts')
    .select('domains.slug as domain_slug')
    .executeTakeFirst();
}

export async function findActiveAccountByEmail(db: Kysely<Database>, email: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
}

/** Whether the installation has an account at all is all that its callers want to know. */
export async function findAnyAccountId(db: Kysely<Database>): Promise<number | undefined> {
  const account = await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  return account?.id;
}

export async function listAccounts(
  db: Kysely<Database>,
  domainId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<AccountRow[]> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('domain_id', '=', domainId)
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countAccounts(db: Kysely<Database>, domainId: number): Promise<number> {
  const { count } = await db
    .selectFrom('accounts')
    .where('domain_id', '=', domainId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertAccount(db: Kysely<Database>, account: NewAccountRow): Promise<AccountRow> {
  return db.insertInto('accounts').values(account).returningAll().executeTakeFirstOrThrow();
}

/** Into the domain that every installation has from the start. */
export async function insertAccountInDefaultDomain(
  trx: Transaction<Database>,
  account: Omit<NewAccountRow, 'domain_id'>,
): Promise<AccountRow> {
  return trx
    .insertInto('accounts')
    .values((eb) => ({
      ...account,
      domain_id: eb.selectFrom('domains').select('id').where('slug', '=', 'default').$asScalar().$notNull(),
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Changes nothing when the password was changed since `before` was read. */
export async function updatePasswordHash(
  db: Kysely<Database>,
  { accountId, before, after }: { accountId: number; before: string; after: string },
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ password_hash: after })
    .where('id', '=', accountId)
    .where('password_hash', '=', before)
    .execute();
}
