import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { createLogger } from '../../logger.ts';
import type { MailTransport } from '../../mail/mail-transport.ts';
import { smtpTransport } from '../../mail/smtp-transport.ts';
import { newKey } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { relayUser, startSmtpPeer, type SmtpPeer } from '../../testing/smtp-peer.ts';
import { createAccount } from './account-creation.ts';
import type { AccountRow } from './accounts.table.ts';
import { deliverMail } from './mail-delivery.ts';
import { isLinkTo, type MailLink } from './mail-links.ts';
import { askForMail } from './outgoing-mail.ts';

let database: OpenDatabase;
let peer: SmtpPeer;
let ada: AccountRow;
let lines: string[];
const key = newKey();
const keys = { active: key, all: [key] };
const settings = settingsFrom({
  SPCI_PUBLIC_URL: 'https://ci.example.org',
  SPCI_MAIL_FROM: 'CI <ci@example.org>',
  SPCI_LIMITS: 'mail=3/900',
});
const password = 'correct horse battery staple';

beforeAll(async () => {
  database = await openMigrated();
  ada = await createAccount(database.db, 1, { name: 'Ada', email: 'ada@example.org', password, role: 'user' });
});
afterAll(() => database.close());
beforeEach(async () => {
  peer = await startSmtpPeer();
  lines = [];
  await database.db.deleteFrom('outgoing_mails').execute();
  await database.db.deleteFrom('signups').execute();
});
afterEach(() => peer.close());

const context = (more: Partial<typeof settings> = {}, stopping = new AbortController().signal) => ({
  db: database.db,
  settings: { ...settings, ...more },
  keys,
  logger: createLogger('info', { write: (line) => void lines.push(line) }),
  stopping,
});
const ask = (email: string, kind: 'password_reset' | 'signup' = 'password_reset') => askForMail(context(), kind, email);
const toPeer = (port = peer.port): MailTransport =>
  smtpTransport({ host: '127.0.0.1', port, tls: false, ...relayUser }, settings.mailFrom);
const rows = () => database.db.selectFrom('outgoing_mails').select(['outcome', 'attempts']).orderBy('id').execute();
const makeDue = () =>
  database.db
    .updateTable('outgoing_mails')
    .set({ next_attempt_at: sql<string>`now()` })
    .execute();

const headerOf = (source: string | undefined, name: string) =>
  new RegExp(`^${name}: (.*)\r$`, 'm').exec(source ?? '')?.[1];

function linkIn(source: string | undefined): MailLink {
  const [, json = '{}'] = /--data '(\{[^']*\})'/.exec(source ?? '') ?? [];
  return JSON.parse(json) as MailLink;
}

describe('what is due', () => {
  test('goes to the address of the account with a link to it, once, and the log tells neither', async () => {
    await ask('ADA@example.org');
    await deliverMail(context(), toPeer());
    await makeDue();
    await deliverMail(context(), toPeer());
    expect(peer.received.map(({ to }) => to)).toEqual([['ada@example.org']]);
    const link = linkIn(peer.received[0]?.source);
    expect(isLinkTo(keys, { kind: 'account', account: ada }, link)).toBe(true);
    expect(await rows()).toEqual([{ outcome: 'sent', attempts: 1 }]);
    expect(lines.join('')).toContain('mail sent');
    for (const secret of [link.mac, 'example.org'])
      expect(lines.join('').toLowerCase()).not.toContain(secret.toLowerCase());
  });

  test('is sent by one of two senders', async () => {
    for (const name of ['one', 'two', 'three', 'four']) await ask(`${name}@example.org`, 'signup');
    await Promise.all([deliverMail(context(), toPeer()), deliverMail(context(), toPeer())]);
    expect(peer.received.map(({ to }) => to[0]).toSorted()).toEqual(
      ['four', 'one', 'three', 'two'].map((name) => `${name}@example.org`),
    );
  });

  test('waits while the server is away, and then is the same mail', async () => {
    await ask(ada.email);
    const { port } = peer;
    await peer.close();
    await deliverMail(context(), toPeer(port));
    expect(await rows()).toEqual([{ outcome: null, attempts: 1 }]);
    expect(lines.join('')).toContain('mail not sent');
    peer = await startSmtpPeer();
    await deliverMail(context(), toPeer());
    expect(peer.received).toEqual([]);
    await makeDue();
    await deliverMail(context(), toPeer());
    // As if the sender had died before it noted that.
    await database.db.updateTable('outgoing_mails').set({ ended_at: null, outcome: null }).execute();
    await makeDue();
    await deliverMail(context(), toPeer());
    const sources = peer.received.map(({ source }) => source);
    expect(new Set(sources.map((source) => headerOf(source, 'Message-ID'))).size).toBe(1);
    expect(linkIn(sources[1])).toEqual(linkIn(sources[0]));
    expect(sources.length).toBe(2);
  });

  test('is given up when the server refuses it for good, and when what it gives is over', async () => {
    await ask('nobody@example.org', 'signup');
    await ask(ada.email);
    await sql`update outgoing_mails set created_at = now() - interval '25 hours' where email = ${ada.email}`.execute(
      database.db,
    );
    for (let times = 0; times < 2; times += 1) {
      await deliverMail(context(), toPeer());
      await makeDue();
    }
    expect(await rows()).toEqual([
      { outcome: 'refused', attempts: 1 },
      { outcome: 'expired', attempts: 1 },
    ]);
    expect(peer.received).toEqual([]);
    expect(lines.join('')).not.toContain('nobody@');
  });

  test('is left to others by a server that stops', async () => {
    await ask(ada.email);
    await deliverMail(context({}, AbortSignal.abort()), toPeer());
    expect(await rows()).toEqual([{ outcome: null, attempts: 0 }]);
  });
});

describe('nobody is written to', () => {
  test('at an address without an account, nor a newcomer where newcomers are not let in', async () => {
    await ask('stranger@example.org');
    await ask('newcomer@example.org', 'signup');
    await deliverMail(context({ signup: false }), toPeer());
    expect(await rows()).toMatchObject([{ outcome: 'unaddressed' }, { outcome: 'unaddressed' }]);
    expect(peer.received).toEqual([]);
    await expect(database.db.selectFrom('signups').selectAll().execute()).resolves.toEqual([]);
  });

  test('more often than the limit allows, in any spelling, known or not, however many ask at once', async () => {
    for (const email of [ada.email, 'stranger@example.org']) {
      const spellings = [email, email.toUpperCase(), email, email.toUpperCase(), email];
      const asked = await Promise.all(spellings.map((spelling) => ask(spelling)));
      expect(asked.filter(Boolean).length).toBe(3);
    }
    await deliverMail(context(), toPeer());
    expect(peer.received.length).toBe(3);
    await expect(ask(ada.email)).resolves.toBe(false);
    await sql`update outgoing_mails set created_at = now() - interval '16 minutes'`.execute(database.db);
    await expect(ask(ada.email)).resolves.toBe(true);
  });
});
