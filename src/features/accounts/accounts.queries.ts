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

/** Active or not. */
export async function findAccountByEmail(db: Kysely<Database>, email: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .executeTakeFirst();
}

/** In whatever domain. */
export async function findActiveAccount(db: Kysely<Database>, accountId: number): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', accountId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
}

/** By the database clock, in seconds since 1970. */
export async function findIsPast(db: Kysely<Database>, moment: number): Promise<boolean> {
  const { past } = await db
    .selectNoFrom(sql<boolean>`extract(epoch from now()) >= ${moment}`.as('past'))
    .executeTakeFirstOrThrow();
  return past;
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

export async function findAccount(
  db: Kysely<Database>,
  domainId: number,
  accountId: number,
): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('domain_id', '=', domainId)
    .where('id', '=', accountId)
    .executeTakeFirst();
}

export async function findAccountForUpdate(
  trx: Transaction<Database>,
  domainId: number,
  accountId: number,
): Promise<AccountRow | undefined> {
  return trx
    .selectFrom('accounts')
    .selectAll()
    .where('domain_id', '=', domainId)
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
}

/** The active administrators of the domain, and the active operators wherever they are. */
export async function listAdministratorsForUpdate(trx: Transaction<Database>, domainId: number): Promise<AccountRow[]> {
  return trx
    .selectFrom('accounts')
    .selectAll()
    .where('role', '=', 'admin')
    .where('deactivated_at', 'is', null)
    .where((eb) => eb.or([eb('domain_id', '=', domainId), eb('operator', '=', true)]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** `active` undefined keeps the moment of a deactivation. */
export async function updateAccount(
  trx: Transaction<Database>,
  accountId: number,
  { active, ...changes }: { role?: AccountRow['role']; read_only?: boolean; active: boolean | undefined },
): Promise<AccountRow> {
  const deactivated_at = active === undefined ? undefined : active ? null : sql<string>`now()`;
  return trx
    .updateTable('accounts')
    .set((eb) => ({ role: eb.ref('role'), ...changes, ...(deactivated_at === undefined ? {} : { deactivated_at }) }))
    .where('id', '=', accountId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Undefined when the account was deactivated, or has another password than `passwordHash`, where one is given. */
export async function updateOwnAccount(
  trx: Transaction<Database>,
  accountId: number,
  changes: Record<'name' | 'email' | 'password_hash', string | undefined>,
  passwordHash: string | undefined,
): Promise<AccountRow | undefined> {
  return trx
    .updateTable('accounts')
    .set(changes)
    .where('id', '=', accountId)
    .where('deactivated_at', 'is', null)
    .$if(passwordHash !== undefined, (query) => query.where('password_hash', '=', passwordHash ?? ''))
    .returningAll()
    .executeTakeFirst();
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
