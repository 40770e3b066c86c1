import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { isSignedBy, sign, type Key, type Keyring } from '../../secrets.ts';
import { deleteFtpLogin, findFtpAccount, findFtpLogin, insertFtpLogin, type FtpAccount } from './ftp-logins.queries.ts';
import type { FtpLoginRow } from './ftp-logins.table.ts';

type Trx = Transaction<Database>;

export interface FtpCredentials {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
}

const purpose = 'ftp login';
const keyNamed = (keys: Keyring, kid: string): Key | undefined => keys.all.find((key) => key.kid === kid);
const newUsername = (): string => `ftp-${randomBytes(10).toString('hex')}`;

/**
 * The login of the caller's account, made when it is asked for first. `assertMayAsk` throws where the caller may not
 * have it, and holds what lets the caller until the transaction ends.
 */
export async function ftpCredentials(
  { db, keys, settings }: Pick<AppContext, 'db' | 'keys' | 'settings'>,
  caller: AccountPrincipal,
  assertMayAsk: (trx: Trx, caller: AccountPrincipal) => Promise<void>,
): Promise<FtpCredentials> {
  const { ftp } = settings;
  if (ftp === undefined)
    throw new AppError('unavailable', 'This installation takes no files by FTP; its operator can change that.');
  if (caller.readOnly) throw new AppError('forbidden', 'The account is read-only.');
  const { username, password } = await db.transaction().execute(async (trx) => {
    await assertMayAsk(trx, caller);
    return loginOf(trx, keys, caller.accountId);
  });
  return { host: ftp.host, port: ftp.port, username, password };
}

/** Made anew where the key of the old one is gone. */
async function loginOf(trx: Trx, keys: Keyring, accountId: number): Promise<{ username: string; password: string }> {
  const known = shown(keys, await findFtpLogin(trx, accountId));
  if (known !== undefined) return known;
  await deleteFtpLogin(trx, accountId);
  await insertFtpLogin(trx, { account_id: accountId, username: newUsername(), key_id: keys.active.kid });
  const made = shown(keys, await findFtpLogin(trx, accountId));
  if (made === undefined) throw new Error('the login that was made is not there');
  return made;
}

function shown(keys: Keyring, login: FtpLoginRow | undefined) {
  const key = login && keyNamed(keys, login.key_id);
  if (login === undefined || key === undefined) return undefined;
  return { username: login.username, password: sign(key, purpose, [login.username]) };
}

/** Whoever is logged in with it can send nothing more; asked for again, there is another. */
export async function endFtpLogin(trx: Trx, accountId: number): Promise<void> {
  await deleteFtpLogin(trx, accountId);
}

export type FtpUser = Pick<AccountPrincipal, 'accountId' | 'domainId' | 'role'>;

/** Undefined when the name is unknown, its account is not active or only reads, or the password is another. */
export async function accountByFtpLogin(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  username: string,
  password: string,
): Promise<FtpUser | undefined> {
  const account = await findFtpAccount(db, username);
  const key = account && keyNamed(keys, account.key_id);
  const { active } = keys;
  const right = isSignedBy({ active, all: [key ?? active] }, purpose, [username], password);
  return right && key !== undefined ? userOf(account) : undefined;
}

/** Who has the user name now; undefined when nobody may use it any more. */
export async function ftpUser(db: Kysely<Database>, username: string): Promise<FtpUser | undefined> {
  return userOf(await findFtpAccount(db, username));
}

function userOf(account: FtpAccount | undefined): FtpUser | undefined {
  if (account === undefined || account.read_only) return undefined;
  return { accountId: account.account_id, domainId: account.domain_id, role: account.role };
}
