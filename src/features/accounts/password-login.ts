import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { findActiveAccountByEmail, updatePasswordHash } from './accounts.queries.ts';
import type { AccountRow } from './accounts.table.ts';
import { hashPassword, isBelowPolicy, verifyPassword } from './passwords.ts';

/**
 * The account that this address and password belong to; undefined for an unknown address, a deactivated account and a
 * wrong password alike, each after the same work. Who calls it limits the tries.
 */
export async function accountByPassword(
  db: Kysely<Database>,
  email: string,
  password: string,
): Promise<AccountRow | undefined> {
  const account = await findActiveAccountByEmail(db, email);
  const right = await verifyPassword(account?.password_hash, password);
  if (account === undefined || !right) return undefined;
  if (isBelowPolicy(account.password_hash)) {
    const after = await hashPassword(password);
    await updatePasswordHash(db, { accountId: account.id, before: account.password_hash, after });
    return { ...account, password_hash: after };
  }
  return account;
}
