import type { AppContext } from '../../context.ts';
import { MailRefused, type MailTransport } from '../../mail/mail-transport.ts';
import { findAccountByEmail } from './accounts.queries.ts';
import { linkLifeSeconds, linkTo } from './mail-links.ts';
import { letterFor, type Letter } from './mail-texts.ts';
import type { MailOutcome } from './mail.table.ts';
import { claimDueMail, deleteEndedMails, updateMailEnded, type ClaimedMail } from './outgoing-mail.queries.ts';
import { deleteOldSignups, upsertSignup } from './signups.queries.ts';

/** The first wait is longer than an attempt can take: who still tries after it is dead. */
const schedule = { firstWaitMs: 120_000, doublingsMax: 5, lifeSeconds: linkLifeSeconds } as const;
/** For the limit of mails to an address, and for whoever looks why a mail did not come. */
const keepEndedMs = 86_400_000;

type DeliveryContext = Pick<AppContext, 'db' | 'settings' | 'keys' | 'logger' | 'stopping'>;

/**
 * Sends what is due, on any number of replicas. A mail whose sender dies between sending and noting it goes out once
 * more, under the same Message-ID; none is lost before what it gives is over.
 */
export async function deliverMail(context: DeliveryContext, transport: MailTransport): Promise<void> {
  const { db, stopping } = context;
  while (!stopping.aborted) {
    const mail = await claimDueMail(db, schedule);
    if (mail === undefined) return;
    const outcome = await attempt(context, transport, mail);
    if (outcome !== undefined) await updateMailEnded(db, mail.id, outcome);
    await deleteEndedMails(db, keepEndedMs);
    await deleteOldSignups(db, linkLifeSeconds);
  }
}

/** Undefined when it is to be tried again. */
async function attempt(
  context: DeliveryContext,
  transport: MailTransport,
  mail: ClaimedMail,
): Promise<MailOutcome | undefined> {
  const facts = { mail_id: mail.id, kind: mail.kind, by: transport.kind, attempts: mail.attempts };
  if (mail.is_over) {
    context.logger.warn(facts, 'mail given up: what it gives is over');
    return 'expired';
  }
  const letter = await letterTo(context, mail);
  if (letter === undefined) return 'unaddressed';
  const [, host = 'localhost'] = context.settings.mailFrom.address.split('@');
  try {
    await transport.send({ messageId: `<${mail.message_id}@${host}>`, ...letter }, context.stopping);
  } catch (failure) {
    // What a server says may hold the address.
    const { code, responseCode } = failure as { readonly code?: unknown; readonly responseCode?: unknown };
    const refused = failure instanceof MailRefused;
    context.logger.warn({ ...facts, code, response_code: responseCode }, refused ? 'mail refused' : 'mail not sent');
    return refused ? 'refused' : undefined;
  }
  context.logger.info(facts, transport.kind === 'smtp' ? 'mail sent' : 'mail written to the outbox');
  return 'sent';
}

/**
 * Undefined when nobody is to be written to. To the address of the account, and not to the one that was asked about: what
 * differs by case alone to the database may be somebody else's mailbox.
 */
async function letterTo(
  { db, keys, settings }: DeliveryContext,
  { kind, email, expires }: ClaimedMail,
): Promise<(Letter & { readonly to: string }) | undefined> {
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  const account = await findAccountByEmail(db, email);
  if (account !== undefined) {
    if (account.deactivated_at !== null) return undefined;
    const occasion = kind === 'signup' ? 'signup_of_known' : 'password_reset';
    return {
      to: account.email,
      ...letterFor(occasion, publicUrl, linkTo(keys, { kind: 'account', account }, expires)),
    };
  }
  if (kind !== 'signup' || !settings.signup) return undefined;
  const signup = await upsertSignup(db, email);
  return { to: signup.email, ...letterFor('signup', publicUrl, linkTo(keys, { kind: 'signup', signup }, expires)) };
}
