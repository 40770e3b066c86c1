import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { RateLimit } from '../../config.ts';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, invalidFields } from '../../errors.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { accountByPassword } from '../accounts/password-login.ts';
import { passwordBytesMax, verifyPassword } from '../accounts/passwords.ts';
import { createWorkSlots } from '../work-slots.ts';
import { networkOf } from './client-network.ts';
import {
  deleteLoginAttempt,
  deleteOldLoginAttempts,
  findLoginWaitSeconds,
  insertLoginAttempt,
  lockLoginKey,
  type LoginKey,
  type LoginKeys,
} from './login-attempts.queries.ts';

export interface Login {
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
}

/**
 * The account behind an address and a password. A failure counts against the client's network and against the account,
 * known or not, for as long as the window of the limit; a login counts while it is checked and no longer.
 */
export async function logIn(
  { db, settings }: Pick<AppContext, 'db' | 'settings'>,
  { email, password, clientAddress }: Login,
): Promise<AccountRow> {
  if (Buffer.byteLength(password) > passwordBytesMax)
    throw invalidFields({ 'body.password': [`must not have more than ${passwordBytesMax} bytes`] });
  const check = () => accountByPassword(db, email, password);
  const account = await limitedLogin({ db, settings }, { email, clientAddress }, check);
  if (account === undefined) throw new AppError('invalid_credentials', 'E-mail or password is wrong.');
  return account;
}

/** That who holds a token of the account knows its password, too; counted as a login is. */
export async function confirmPassword(
  context: Pick<AppContext, 'db' | 'settings'>,
  { email, password_hash }: Pick<AccountRow, 'email' | 'password_hash'>,
  { password, clientAddress }: Omit<Login, 'email'>,
): Promise<void> {
  const check = async () => (await verifyPassword(password_hash, password)) || undefined;
  const right = await limitedLogin(context, { email, clientAddress }, check);
  if (right === undefined) throw new AppError('invalid_credentials', 'The current password is wrong.');
}

/**
 * Counts what `check` finds wrong (undefined) by the client's network and by `email`, or whatever else the login is for,
 * and takes back what it finds right or could not check.
 */
export async function limitedLogin<Found>(
  { db, settings }: Pick<AppContext, 'db' | 'settings'>,
  { email, clientAddress }: Omit<Login, 'password'>,
  check: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const keys = { address_key: networkOf(clientAddress), account_key: accountKeyOf(email) };
  const attemptId = await reservationWork.run(() => reserveAttempt(db, keys, settings.limits.login));
  const found = await check().catch(async (failure: unknown) => {
    // What was never checked has not failed.
    await deleteLoginAttempt(db, attemptId);
    throw failure;
  });
  if (found !== undefined) await deleteLoginAttempt(db, attemptId);
  return found;
}

/** Each reservation holds a connection of the pool of ten: a flood of logins leaves the others to other requests. */
export const reservationWork = createWorkSlots({ atOnce: 4, waitingMax: 60 });

const accountKeyOf = (email: string): Buffer => createHash('sha256').update(email.toLowerCase()).digest();

/** Counts the login as failed before it is checked, so that tries at once, on any replica, cannot exceed the limit. */
async function reserveAttempt(db: AppContext['db'], keys: LoginKeys, perAddress: RateLimit): Promise<number> {
  const perAccount = { ...perAddress, count: perAddress.count * 2 };
  return db.transaction().execute(async (trx) => {
    // Every login locks its address before its account, so no two can wait for each other.
    await lockLoginKey(trx, `login address ${keys.address_key}`);
    await lockLoginKey(trx, `login account ${keys.account_key.toString('hex')}`);
    await assertBelow(trx, { address_key: keys.address_key }, perAddress);
    await assertBelow(trx, { account_key: keys.account_key }, perAccount);
    await deleteOldLoginAttempts(trx, perAddress.windowMs);
    return insertLoginAttempt(trx, keys);
  });
}

async function assertBelow(trx: Transaction<Database>, key: LoginKey, limit: RateLimit): Promise<void> {
  const waitSeconds = await findLoginWaitSeconds(trx, key, limit);
  if (waitSeconds === undefined) return;
  throw new AppError('rate_limited', 'Too many failed logins; try again later.', {
    retry_after: waitSeconds,
    limit: limit.count,
    window: `${limit.windowMs / 1000}s`,
  });
}
