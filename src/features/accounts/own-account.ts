import type { AppContext } from '../../context.ts';
import { AppError, invalidFields } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { RevokeTokens } from './account-changes.ts';
import { accountConflict } from './account-creation.ts';
import { findAccount, updateOwnAccount } from './accounts.queries.ts';
import type { AccountRow } from './accounts.table.ts';
import { endFtpLogin } from './ftp-logins.ts';
import { assertNewPassword } from './password-rules.ts';
import { hashPassword } from './passwords.ts';

export interface OwnChanges {
  readonly name?: string;
  readonly email?: string;
  readonly new_password?: string;
  readonly current_password?: string;
}

interface Duties {
  /** Throws when the password is wrong. */
  readonly confirm: (account: AccountRow, password: string) => Promise<void>;
  readonly revokeTokens: RevokeTokens;
}

/** Changes the caller's own account. A new password ends every token but the caller's, and the login for FTP. */
export async function changeOwnAccount(
  { db }: Pick<AppContext, 'db'>,
  caller: AccountPrincipal,
  changes: OwnChanges,
  { confirm, revokeTokens }: Duties,
): Promise<AccountRow> {
  const { name, email, new_password: password } = changes;
  const guarded = email !== undefined || password !== undefined;
  if (!guarded && name === undefined) throw invalidFields({ body: ['must name something to change'] });
  const account = await findAccount(db, caller.domainId, caller.accountId);
  if (account === undefined) throw accountGone();
  if (guarded) await confirm(account, currentPasswordOf(changes));
  const password_hash =
    password === undefined ? undefined : await hashNewPassword(password, { ...account, ...changes });
  try {
    return await db.transaction().execute(async (trx) => {
      const guard = guarded ? account.password_hash : undefined;
      const changed = await updateOwnAccount(trx, account.id, { name, email, password_hash }, guard);
      if (changed === undefined) throw guarded ? passwordChanged() : accountGone();
      if (password !== undefined) {
        await endFtpLogin(trx, account.id);
        await revokeTokens(trx, account.id, caller.tokenId);
      }
      return changed;
    });
  } catch (failure) {
    throw accountConflict(failure) ?? failure;
  }
}

function currentPasswordOf({ current_password: password }: OwnChanges): string {
  if (password !== undefined) return password;
  throw invalidFields({ 'body.current_password': ['is needed to change the e-mail address or the password'] });
}

async function hashNewPassword(password: string, owner: Pick<AccountRow, 'name' | 'email'>): Promise<string> {
  assertNewPassword(password, owner, 'body.new_password');
  return hashPassword(password);
}

const accountGone = (): AppError => new AppError('unauthorized', 'The account is not active any more.');
const passwordChanged = (): AppError => new AppError('invalid_credentials', 'The password was changed meanwhile.');
