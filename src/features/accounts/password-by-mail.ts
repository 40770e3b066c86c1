import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { RevokeTokens } from './account-changes.ts';
import { findActiveAccount, findIsPast, updateOwnAccount } from './accounts.queries.ts';
import { endFtpLogin } from './ftp-logins.ts';
import { isLinkTo, type LinkTarget, type MailLink } from './mail-links.ts';
import { assertNewPassword } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import { claimSignup, findSignup, insertSignedUpAccount } from './signups.queries.ts';

type Trx = Transaction<Database>;
type MailContext = Pick<AppContext, 'db' | 'keys' | 'settings'>;

/** Sets the password that the link of a mail allows to set, and so uses the link up; the account that now has it. */
export async function setPasswordByMail(
  context: MailContext,
  { password, ...link }: MailLink & { readonly password: string },
  revokeTokens: RevokeTokens,
): Promise<number> {
  const target = await targetOf(context, link);
  if (target === undefined) throw invalidLink();
  assertNewPassword(password, ownerOf(target), 'body.password');
  const password_hash = await hashPassword(password);
  return context.db.transaction().execute(async (trx) => {
    const accountId =
      target.kind === 'account'
        ? await replacePassword(trx, target, password_hash, revokeTokens)
        : await makeAccount(trx, target, password_hash);
    if (accountId === undefined) throw invalidLink();
    return accountId;
  });
}

type AccountTarget = Extract<LinkTarget, { kind: 'account' }>;
type SignupTarget = Extract<LinkTarget, { kind: 'signup' }>;

async function targetOf({ db, keys, settings }: MailContext, link: MailLink): Promise<LinkTarget | undefined> {
  const account = await findActiveAccount(db, link.user_id);
  const signup = account === undefined && settings.signup ? await findSignup(db, link.user_id) : undefined;
  const target: LinkTarget | undefined =
    account !== undefined ? { kind: 'account', account } : signup && { kind: 'signup', signup };
  if (target === undefined || !isLinkTo(keys, target, link)) return undefined;
  return (await findIsPast(db, link.expires)) ? undefined : target;
}

function ownerOf(target: LinkTarget): { readonly name: string; readonly email: string } {
  if (target.kind === 'account') return target.account;
  const { email } = target.signup;
  return { name: nameFrom(email), email };
}

/** Undefined when another request was first. */
async function replacePassword(
  trx: Trx,
  { account }: AccountTarget,
  password_hash: string,
  revokeTokens: RevokeTokens,
): Promise<number | undefined> {
  const change = { name: undefined, email: undefined, password_hash };
  const changed = await updateOwnAccount(trx, account.id, change, account.password_hash);
  if (changed === undefined) return undefined;
  await endFtpLogin(trx, account.id);
  await revokeTokens(trx, account.id);
  return changed.id;
}

/** Undefined when another request was first, or the address was given to another account since. */
async function makeAccount(trx: Trx, { signup }: SignupTarget, password_hash: string): Promise<number | undefined> {
  const claimed = await claimSignup(trx, signup.account_id);
  if (claimed === undefined) return undefined;
  const { account_id: id, email } = claimed;
  const name = nameFrom(email);
  const made = await insertSignedUpAccount(trx, { id, name, email, password_hash });
  return (
    made ?? insertSignedUpAccount(trx, { id, name: `${name}-${randomBytes(4).toString('hex')}`, email, password_hash })
  );
}

/** Until the person chooses another; with room for what makes it unique. */
const nameFrom = (email: string): string => email.slice(0, email.lastIndexOf('@')).slice(0, 40);

const invalidLink = (): AppError => new AppError('invalid_link', 'This link is over, was used or was never given.');
