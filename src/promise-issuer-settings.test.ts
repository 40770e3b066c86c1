import { expect, test } from '@jest/globals';
import { settingsFrom } from './config.ts';

const secret = 'the secret of the client';
const whole = {
  SPCI_PROMISE_ISSUER_URL: 'https://issuer.example.org/token',
  SPCI_PROMISE_ISSUER_INTROSPECTION_URL: 'https://issuer.example.org/introspect?tenant=7',
  SPCI_PROMISE_ISSUER_REVOCATION_URL: 'http://127.0.0.1:8000/revoke',
  SPCI_PROMISE_ISSUER_CLIENT_ID: 'spci',
  SPCI_PROMISE_ISSUER_CLIENT_SECRET: secret,
  SPCI_SEALING_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
};
type Given = Readonly<Record<string, string | undefined>>;

test('there is no issuer elsewhere unless all of it is given', () => {
  expect(settingsFrom({}).promiseIssuer).toBeUndefined();
  expect(settingsFrom({ SPCI_SEALING_KEYS: whole.SPCI_SEALING_KEYS }).promiseIssuer).toBeUndefined();
  expect(settingsFrom(whole).promiseIssuer).toEqual({
    url: whole.SPCI_PROMISE_ISSUER_URL,
    introspectionUrl: whole.SPCI_PROMISE_ISSUER_INTROSPECTION_URL,
    revocationUrl: whole.SPCI_PROMISE_ISSUER_REVOCATION_URL,
    clientId: 'spci',
    clientSecret: secret,
  });
});

const addresses = Object.keys(whole).filter((name) => name.endsWith('URL'));

test.each<[string, Given]>([
  ...Object.keys(whole).map((name): [string, Given] => [name, { ...whole, [name]: undefined }]),
  ...Object.keys(whole).map((name): [string, Given] => [name, { ...whole, [name]: '' }]),
  ...addresses.flatMap((name) =>
    [
      ...['http://issuer.example.org/x', 'ftp://issuer.example.org/x', 'issuer.example.org/x'],
      ...['https://me@issuer.example.org/x', 'https://:word@issuer.example.org/x', 'https://issuer.example.org/x#y'],
    ].map((value): [string, Given] => [name, { ...whole, [name]: value }]),
  ),
  ['SPCI_PROMISE_ISSUER_URL', { SPCI_PROMISE_ISSUER_CLIENT_SECRET: secret }],
  ['SPCI_SEALING_KEYS', { ...whole, SPCI_SEALING_KEYS: 'k:short' }],
])('%s is refused by its name, and no value is shown: %j', (setting, environment) => {
  const refuse = (): unknown => settingsFrom(environment);
  expect(refuse).toThrow(new RegExp(`^${setting}: `));
  expect(refuse).not.toThrow(/secret of|example\.org|short/);
});
