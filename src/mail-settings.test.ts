import { describe, expect, test } from '@jest/globals';
import { ConfigurationError, settingsFrom } from './config.ts';

const sender = { SPCI_MAIL_FROM: 'CI <ci@example.org>' };

describe('SPCI_SMTP_URL', () => {
  test.each<[string, object]>([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, tls: false, user: undefined }],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, tls: true }],
    [
      'smtp://ci%40example.org:p%3Ass%2Fw@[::1]:2525/',
      { host: '::1', port: 2525, user: 'ci@example.org', password: 'p:ss/w' },
    ],
  ])('%s is understood', (url, expected) => {
    expect(settingsFrom({ ...sender, SPCI_SMTP_URL: url }).smtp).toMatchObject(expected);
  });

  test.each([
    'mail.example.org',
    'https://mail.example.org',
    'smtp://',
    'smtp://u:secret@mail.example.org/path',
    'smtps://u:secret@mail.example.org?tls.rejectUnauthorized=false',
    'smtp://u:secret@mail.example.org#x',
    'smtp://u:%zzsecret@mail.example.org',
  ])('%s is refused without being told', (url) => {
    const read = () => settingsFrom({ ...sender, SPCI_SMTP_URL: url });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/^SPCI_SMTP_URL: (?!.*secret)/);
  });
});

describe('SPCI_MAIL_FROM', () => {
  test.each([
    ['ci@example.org', { name: '', address: 'ci@example.org' }],
    ['Our CI <ci@example.org>', { name: 'Our CI', address: 'ci@example.org' }],
  ])('%s is understood', (from, expected) => {
    expect(settingsFrom({ SPCI_MAIL_FROM: from }).mailFrom).toEqual(expected);
  });

  test.each(['ci', 'a@example.org, b@example.org', 'CI <ci@example.org>\r\nBcc: b@example.org', '<>'])(
    '%j is refused',
    (from) => expect(() => settingsFrom({ SPCI_MAIL_FROM: from })).toThrow(/^SPCI_MAIL_FROM: /),
  );

  test('is required with a server, since mail that nobody can answer is refused', () => {
    expect(() => settingsFrom({ SPCI_SMTP_URL: 'smtp://mail.example.org' })).toThrow(/^SPCI_MAIL_FROM: /);
    expect(settingsFrom({})).toMatchObject({ smtp: undefined, mailFrom: { address: 'spci@localhost' }, signup: true });
  });
});
