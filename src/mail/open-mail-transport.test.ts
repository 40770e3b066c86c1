import { expect, test } from '@jest/globals';
import { settingsFrom } from '../config.ts';
import { startSmtpPeer } from '../testing/smtp-peer.ts';
import { openMailTransport } from './open-mail-transport.ts';

test('mail goes to the server, by the account and from the sender that the settings name', async () => {
  const peer = await startSmtpPeer();
  const settings = settingsFrom({
    SPCI_SMTP_URL: `smtp://relay%40user:p%3Ass%2Fw%40rd@127.0.0.1:${peer.port}`,
    SPCI_MAIL_FROM: 'Our CI <ci@example.org>',
  });
  const mail = { messageId: '<1@example.org>', to: 'ada@example.org', subject: 'A letter', text: 'A letter\n' };
  await openMailTransport(settings).send(mail, new AbortController().signal);
  await peer.close();
  expect(peer.received).toMatchObject([{ from: 'ci@example.org', to: ['ada@example.org'], user: 'relay@user' }]);
  expect(openMailTransport(settingsFrom({})).kind).toBe('outbox');
});
