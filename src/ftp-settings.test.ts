import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigurationError, settingsFrom } from './config.ts';

const pem = (name: string): string => join(import.meta.dirname, '../contract-tests/harness', name);
const tls = { SPCI_FTP_CERTIFICATE_FILE: pem('ftp-certificate.pem'), SPCI_FTP_KEY_FILE: pem('ftp-key.pem') };

test('without a port no files are taken by FTP', () => {
  expect(settingsFrom({}).ftp).toBeUndefined();
  expect(settingsFrom({ SPCI_FTP_PORT: '' }).ftp).toBeUndefined();
});

test.each<[Record<string, string>, object]>([
  [{}, { port: 2121, host: '127.0.0.1', passivePorts: undefined, tls: undefined }],
  [{ SPCI_PUBLIC_URL: 'https://ci.example.org:8443' }, { host: 'ci.example.org' }],
  [{ SPCI_PUBLIC_URL: 'http://[::1]:8080' }, { host: '::1' }],
  [{ SPCI_PUBLIC_URL: 'https://ci.example.org', SPCI_FTP_HOST: 'ftp.example.org' }, { host: 'ftp.example.org' }],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', passiveAddress: undefined }],
  [{ SPCI_FTP_HOST: '192.0.2.7' }, { host: '192.0.2.7', passiveAddress: '192.0.2.7' }],
  [{ SPCI_FTP_PASSIVE_PORTS: '50000-50099' }, { passivePorts: { from: 50_000, to: 50_099 } }],
  [{ SPCI_FTP_PASSIVE_PORTS: '2122-2122' }, { passivePorts: { from: 2122, to: 2122 } }],
  [tls, { tls: { certificate: expect.stringContaining('BEGIN CERTIFICATE'), key: expect.stringContaining('BEGIN') } }],
])('%j is understood', (given, expected) => {
  expect(settingsFrom({ SPCI_FTP_PORT: '2121', ...given }).ftp).toMatchObject(expected);
});

describe('refused by the name of the setting:', () => {
  test.each<[string, Record<string, string>]>([
    ['SPCI_FTP_PORT', { SPCI_FTP_PORT: '65536' }],
    ['SPCI_FTP_PORT', { SPCI_FTP_PORT: 'ftp' }],
    ['SPCI_FTP_PORT', { SPCI_FTP_PORT: '', SPCI_FTP_HOST: 'ftp.example.org' }],
    ['SPCI_FTP_PORT', { SPCI_FTP_PORT: '', SPCI_FTP_PASSIVE_PORTS: '50000-50099' }],
    ['SPCI_FTP_PORT', { SPCI_FTP_PORT: '', ...tls }],
    ['SPCI_FTP_HOST', { SPCI_FTP_HOST: 'ftp.example.org:21' }],
    ['SPCI_FTP_HOST', { SPCI_FTP_HOST: 'ftp://ftp.example.org' }],
    ['SPCI_FTP_PASSIVE_PORTS', { SPCI_FTP_PASSIVE_PORTS: '50000' }],
    ['SPCI_FTP_PASSIVE_PORTS', { SPCI_FTP_PASSIVE_PORTS: '50099-50000' }],
    ['SPCI_FTP_PASSIVE_PORTS', { SPCI_FTP_PASSIVE_PORTS: '0-10' }],
    ['SPCI_FTP_PASSIVE_PORTS', { SPCI_FTP_PASSIVE_PORTS: '50000-65536' }],
    ['SPCI_FTP_CERTIFICATE_FILE', { SPCI_FTP_KEY_FILE: tls.SPCI_FTP_KEY_FILE }],
    ['SPCI_FTP_CERTIFICATE_FILE', { ...tls, SPCI_FTP_CERTIFICATE_FILE: pem('nowhere.pem') }],
    ['SPCI_FTP_KEY_FILE', { SPCI_FTP_CERTIFICATE_FILE: tls.SPCI_FTP_CERTIFICATE_FILE }],
    ['SPCI_FTP_KEY_FILE', { ...tls, SPCI_FTP_KEY_FILE: tls.SPCI_FTP_CERTIFICATE_FILE }],
  ])('%s of %j', (setting, given) => {
    const read = () => settingsFrom({ SPCI_FTP_PORT: '2121', ...given });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(new RegExp(`^${setting}: `));
  });
});

test('in production nothing is taken without TLS beyond loopback', () => {
  const production = {
    NODE_ENV: 'production',
    SPCI_SINGLE_NODE: '1',
    SPCI_LOOKUP_KEYS: `a:${Buffer.alloc(32).toString('base64')}`,
    SPCI_SEALING_KEYS: `a:${Buffer.alloc(32).toString('base64')}`,
    SPCI_PUBLIC_URL: 'https://ci.example.org',
    SPCI_TRUSTED_PROXIES: '10.0.0.1',
    SPCI_FTP_PORT: '2121',
  };
  expect(() => settingsFrom({ ...production, HOST: '0.0.0.0' })).toThrow(/^SPCI_FTP_CERTIFICATE_FILE: /);
  expect(settingsFrom({ ...production, HOST: '0.0.0.0', ...tls }).ftp?.port).toBe(2121);
  expect(settingsFrom({ ...production, HOST: '127.0.0.1' }).ftp?.port).toBe(2121);
});
