import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal, Role } from '../../principal.ts';
import { noticeAccount } from '../tokens/authority-notices.ts';
import { findAccountForUpdate, listAdministratorsForUpdate, updateAccount } from './accounts.queries.ts';
import type { AccountRow } from './accounts.table.ts';
import { endFtpLogin } from './ftp-logins.ts';

type Trx = Transaction<Database>;

export interface AccountChanges {
  readonly role?: Role;
  readonly read_only?: boolean;
  readonly active?: boolean;
}

export interface ChangedAccount {
  readonly account: AccountRow;
  /** Live tokens that the account lost. */
  readonly tokensRevoked: number;
}

/** Ends every live token of the account, but for the one to keep, in the same transaction; how many there were. */
export type RevokeTokens = (trx: Trx, accountId: number, keptTokenId?: number) => Promise<number>;

/** Changes another account of the domain; its callers are administrators. */
export async function changeAccount(
  { db }: Pick<AppContext, 'db'>,
  caller: AccountPrincipal,
  accountId: number,
  changes: AccountChanges,
  revokeTokens: RevokeTokens,
): Promise<ChangedAccount> {
  if (accountId === caller.accountId)
    throw new AppError('forbidden', 'Another administrator changes your account; you can only deactivate it.');
  return db.transaction().execute(async (trx) => {
    const { account, administrators } = await lockAccount(trx, caller, accountId);
    // Of two administrators who demote each other at once, the second finds that it is none any more; so one remains.
    if (!administrators.some(({ id }) => id === caller.accountId))
      throw new AppError('forbidden', 'Your account is not an administrator’s any more.');
    return applyChanges(trx, { account, changes, revokeTokens });
  });
}

/** Ends the own account, or for an administrator any of the domain. Repeating it changes nothing. */
export async function deactivateAccount(
  context: Pick<AppContext, 'db'>,
  caller: AccountPrincipal,
  accountId: number,
  revokeTokens: RevokeTokens,
): Promise<ChangedAccount> {
  if (accountId !== caller.accountId) {
    if (caller.role !== 'admin') throw notFound('account');
    return changeAccount(context, caller, accountId, { active: false }, revokeTokens);
  }
  return context.db.transaction().execute(async (trx) => {
    const { account, administrators } = await lockAccount(trx, caller, accountId);
    if (account.role === 'admin' && account.deactivated_at === null) assertNotLast(account, administrators);
    return applyChanges(trx, { account, changes: { active: false }, revokeTokens });
  });
}

interface Locked {
  readonly account: AccountRow;
  /** The active ones of the domain, and all operators: nobody changes any of them before the transaction ends. */
  readonly administrators: readonly AccountRow[];
}

async function lockAccount(trx: Trx, caller: AccountPrincipal, accountId: number): Promise<Locked> {
  const administrators = await listAdministratorsForUpdate(trx, caller.domainId);
  return { account: await lockAccountOf(trx, caller, accountId), administrators };
}

/** One of the caller's domain, which the caller may change; nobody else changes it before the transaction ends. */
export async function lockAccountOf(trx: Trx, caller: AccountPrincipal, accountId: number): Promise<AccountRow> {
  const account = await findAccountForUpdate(trx, caller.domainId, accountId);
  if (account === undefined) throw notFound('account');
  if (account.operator && !caller.operator)
    throw new AppError('forbidden', 'Only an operator changes the account of an operator.');
  return account;
}

async function applyChanges(
  trx: Trx,
  { account, changes, revokeTokens }: { account: AccountRow; changes: AccountChanges; revokeTokens: RevokeTokens },
): Promise<ChangedAccount> {
  const isActive = account.deactivated_at === null;
  const { active = isActive } = changes;
  const changed = await updateAccount(trx, account.id, {
    ...changes,
    active: active === isActive ? undefined : active,
  });
  await noticeAccount(trx, account.id);
  if (!active) await endFtpLogin(trx, account.id);
  return { account: changed, tokensRevoked: active ? 0 : await revokeTokens(trx, account.id) };
}

/** For who leaves: an administrator who changes another one is still there. */
function assertNotLast(account: AccountRow, administrators: readonly AccountRow[]): void {
  const others = administrators.filter(({ id }) => id !== account.id);
  if (!others.some(({ domain_id }) => domain_id === account.domain_id))
    throw new AppError('conflict', 'This is the last active administrator of the domain.');
  if (account.operator && !others.some(({ operator }) => operator))
    throw new AppError('conflict', 'This is the last active operator.');
}
