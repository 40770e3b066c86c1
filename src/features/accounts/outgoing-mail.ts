import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { findAccount } from './accounts.queries.ts';
import type { MailKind } from './mail.table.ts';
import { countMailsTo, insertMail, lockMailTo } from './outgoing-mail.queries.ts';

/**
 * Notes what is to be written to an address, whoever has it: that is found out when the mail is sent, so that neither
 * answer nor time tells a stranger. False when the address was written to as often as the limit allows.
 */
export async function askForMail(
  { db, settings }: Pick<AppContext, 'db' | 'settings'>,
  kind: MailKind,
  email: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lockMailTo(trx, email);
    const { count, windowMs } = settings.limits.mail;
    if ((await countMailsTo(trx, email, windowMs)) >= count) return false;
    await insertMail(trx, { kind, email });
    return true;
  });
}

/** For the own account or, by an administrator, for any of the domain. */
export async function askForMailTo(
  context: Pick<AppContext, 'db' | 'settings'>,
  caller: AccountPrincipal,
  accountId: number,
): Promise<boolean> {
  const mayAsk = accountId === caller.accountId || caller.role === 'admin';
  const account = mayAsk ? await findAccount(context.db, caller.domainId, accountId) : undefined;
  if (account === undefined) throw notFound('account');
  if (account.deactivated_at !== null)
    throw new AppError('conflict', 'The account is not active: an administrator makes it active first.');
  return askForMail(context, 'password_reset', account.email);
}
