import { afterEach, describe, expect, test } from '@jest/globals';
import { relayUser, startSmtpPeer, type SmtpPeer } from '../testing/smtp-peer.ts';
import { MailRefused } from './mail-transport.ts';
import { smtpTransport, type SmtpServer } from './smtp-transport.ts';

let peer: SmtpPeer;

afterEach(() => peer.close());

const from = { name: 'SPCI', address: 'ci@example.org' };
const mail = {
  messageId: '<0a5f60e3-0481-4acf-b66b-78356071aaeb@example.org>',
  to: 'ada@example.org',
  subject: 'Set a new password (SPCI)',
  text: 'A letter – with a sign\nand a second line\n',
};
const send = (server: Partial<SmtpServer> = {}, to = mail.to) => {
  const known = { host: '127.0.0.1', port: peer.port, tls: false, ...relayUser, ...server };
  return smtpTransport(known, from).send({ ...mail, to }, new AbortController().signal);
};

describe('a mail over SMTP', () => {
  test('comes to its one address from the configured sender, by the account, under its Message-ID', async () => {
    peer = await startSmtpPeer();
    await send();
    expect(peer.received).toMatchObject([{ from: 'ci@example.org', to: ['ada@example.org'], user: relayUser.user }]);
    const [{ source } = { source: '' }] = peer.received;
    expect(source).toContain(`Message-ID: ${mail.messageId}\r\n`);
    expect(source).toContain('From: SPCI <ci@example.org>\r\nTo: ada@example.org\r\n');
    expect(source).toContain('Auto-Submitted: auto-generated\r\n');
  });

  test('an address with signs that lists use is one address', async () => {
    peer = await startSmtpPeer();
    await send({}, "o'hara+ci@example.org");
    expect(peer.received).toMatchObject([{ to: ["o'hara+ci@example.org"] }]);
  });

  test('that the server never takes is refused for good', async () => {
    peer = await startSmtpPeer();
    await expect(send({}, 'nobody@example.org')).rejects.toBeInstanceOf(MailRefused);
  });

  test('that it does not take now, or from this account, is not', async () => {
    const busy = Object.assign(new Error('later'), { responseCode: 451 });
    peer = await startSmtpPeer({ onRcptTo: (_address, _session, answer) => answer(busy) });
    await expect(send()).rejects.not.toBeInstanceOf(MailRefused);
    await expect(send({ password: 'another' })).rejects.not.toBeInstanceOf(MailRefused);
    await expect(send({ password: 'another' })).rejects.toMatchObject({ responseCode: 535 });
    expect(peer.received).toEqual([]);
  });
});

/** Leads to this machine, by a name that does not say so. */
const host = '0.0.0.0';

describe('beyond the own machine', () => {
  test('nothing goes out without TLS', async () => {
    peer = await startSmtpPeer({ disabledCommands: ['STARTTLS'] });
    await expect(send({ host })).rejects.toMatchObject({ code: 'ETLS' });
    expect(peer.received).toEqual([]);
  });

  test.each([false, true])('nothing goes to a server whose certificate nobody vouches for (tls: %s)', async (tls) => {
    peer = await startSmtpPeer({ secure: tls });
    await expect(send({ host, tls })).rejects.toThrow(/certificate/);
    expect(peer.received).toEqual([]);
  });
});
