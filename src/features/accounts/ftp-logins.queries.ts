import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Role } from '../../principal.ts';
import type { FtpLoginRow } from './ftp-logins.table.ts';

export async function findFtpLogin(trx: Transaction<Database>, accountId: number): Promise<FtpLoginRow | undefined> {
  return trx.selectFrom('ftp_logins').selectAll().where('account_id', '=', accountId).executeTakeFirst();
}

/** Changes nothing where there is one. */
export async function insertFtpLogin(
  trx: Transaction<Database>,
  login: Omit<FtpLoginRow, 'created_at'>,
): Promise<void> {
  await trx
    .insertInto('ftp_logins')
    .values(login)
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .execute();
}

export async function deleteFtpLogin(trx: Transaction<Database>, accountId: number): Promise<void> {
  await trx.deleteFrom('ftp_logins').where('account_id', '=', accountId).execute();
}

export interface FtpAccount {
  readonly key_id: string;
  readonly account_id: number;
  readonly domain_id: number;
  readonly role: Role;
  readonly read_only: boolean;
}

/** Of an active account. */
export async function findFtpAccount(db: Kysely<Database>, username: string): Promise<FtpAccount | undefined> {
  return db
    .selectFrom('ftp_logins')
    .innerJoin('accounts', 'accounts.id', 'ftp_logins.account_id')
    .select(['ftp_logins.key_id', 'ftp_logins.account_id', 'accounts.domain_id', 'accounts.role', 'accounts.read_only'])
    .where('ftp_logins.username', '=', username)
    .where('accounts.deactivated_at', 'is', null)
    .executeTakeFirst();
}
