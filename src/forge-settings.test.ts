import { afterAll, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsFrom } from './config.ts';

const app = { SPCI_GITHUB_CLIENT_ID: 'Iv1.8a61f9b3a7aba766', SPCI_GITHUB_CLIENT_SECRET: 'a secret' };

test('no GitHub is asked without an OAuth app', () => {
  expect(settingsFrom({}).forge).toBeUndefined();
  expect(settingsFrom({ SPCI_FORGE_URL: 'https://git.example.org' }).forge).toBeUndefined();
});

test.each([
  [undefined, { url: 'https://github.com', apiUrl: 'https://api.github.com' }],
  ['https://git.example.org/', { url: 'https://git.example.org', apiUrl: 'https://git.example.org/api/v3' }],
  ['http://127.0.0.1:3000', { url: 'http://127.0.0.1:3000', apiUrl: 'http://127.0.0.1:3000/api/v3' }],
])('the forge %s is asked at its own addresses', (SPCI_FORGE_URL, expected) => {
  expect(settingsFrom({ ...app, SPCI_FORGE_URL }).forge).toEqual({
    ...expected,
    clientId: app.SPCI_GITHUB_CLIENT_ID,
    clientSecret: app.SPCI_GITHUB_CLIENT_SECRET,
  });
});

describe('what is refused', () => {
  test.each(['http://git.example.org', 'https://git.example.org/sub', 'https://me@git.example.org', 'git.example.org'])(
    'the forge %s',
    (SPCI_FORGE_URL) => expect(() => settingsFrom({ ...app, SPCI_FORGE_URL })).toThrow(/^SPCI_FORGE_URL: /),
  );

  test.each(Object.keys(app))('an app without %s, in words that do not tell the other', (name) => {
    const read = () => settingsFrom({ ...app, [name]: undefined });
    expect(read).toThrow(new RegExp(`^${name}: (?!.*a secret)`));
  });
});

describe('the GitHub App', () => {
  const directory = mkdtempSync(join(tmpdir(), 'spci-app-'));
  const keyFile = join(directory, 'app.pem');
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' });
  writeFileSync(keyFile, pem);
  const otherFile = join(directory, 'other');
  writeFileSync(otherFile, 'no key, but a secret');
  afterAll(() => rmSync(directory, { recursive: true }));
  const given = { SPCI_GITHUB_APP_ID: '4711', SPCI_GITHUB_APP_KEY_FILE: keyFile };

  test('is known by its number and the key in a file, with or without an OAuth app', () => {
    const { forgeApp, forge, forgeUrl } = settingsFrom({ ...given, SPCI_FORGE_URL: 'https://git.example.org' });
    const url = 'https://git.example.org';
    expect(forgeApp).toEqual({ url, apiUrl: `${url}/api/v3`, appId: 4711, privateKey: pem });
    expect([forge, forgeUrl]).toEqual([undefined, url]);
    expect(settingsFrom({}).forgeApp).toBeUndefined();
  });

  test.each([
    ['SPCI_GITHUB_APP_ID', undefined],
    ['SPCI_GITHUB_APP_ID', 'my-app'],
    ['SPCI_GITHUB_APP_KEY_FILE', undefined],
    ['SPCI_GITHUB_APP_KEY_FILE', join(directory, 'missing')],
    ['SPCI_GITHUB_APP_KEY_FILE', otherFile],
  ])('is refused with %s=%s, in words that tell nothing of the key', (name, value) => {
    const read = () => settingsFrom({ ...given, [name]: value });
    expect(read).toThrow(new RegExp(`^${name}: (?!.*(PRIVATE|secret))`));
  });
});
