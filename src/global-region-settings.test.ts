import { expect, test } from '@jest/globals';
import { settingsFrom } from './config.ts';
import { newToken } from './secrets.ts';

const token = newToken('spci');
const url = 'https://global.example.org';

test('there is no global region unless both settings are given', () => {
  expect(settingsFrom({}).globalRegion).toBeUndefined();
  expect(settingsFrom({ SPCI_GLOBAL_URL: `${url}/`, SPCI_GLOBAL_TOKEN: token }).globalRegion).toEqual({ url, token });
});

test.each<[string, Record<string, string>]>([
  ['SPCI_GLOBAL_TOKEN', { SPCI_GLOBAL_URL: url }],
  ['SPCI_GLOBAL_URL', { SPCI_GLOBAL_TOKEN: token }],
  ['SPCI_GLOBAL_URL', { SPCI_GLOBAL_URL: 'http://global.example.org', SPCI_GLOBAL_TOKEN: token }],
  ['SPCI_GLOBAL_URL', { SPCI_GLOBAL_URL: `${url}/api`, SPCI_GLOBAL_TOKEN: token }],
  ['SPCI_GLOBAL_TOKEN', { SPCI_GLOBAL_URL: url, SPCI_GLOBAL_TOKEN: 'secret words' }],
])('%s is refused by its name, and never shown: %j', (setting, environment) => {
  const refuse = () => settingsFrom(environment);
  expect(refuse).toThrow(new RegExp(`^${setting}: `));
  expect(refuse).not.toThrow(/secret words|spci_[0-9A-Za-z]{10}/);
});
