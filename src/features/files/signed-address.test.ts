import { describe, expect, test } from '@jest/globals';
import { newKey, sign, type Keyring } from '../../secrets.ts';
import { attachment } from './attachment.ts';
import { signedAddress, verifySignedAddress, type AddressedFile, type GivenAddress } from './signed-address.ts';

const keyringOf = (...[active, ...rest]: [Keyring['active'], ...Keyring['all']]): Keyring => ({
  active,
  all: [active, ...rest],
});
const key = newKey();
const keys = keyringOf(key);
const now = new Date('2026-11-22T10:00:00.900Z');
const sha256 = 'ab'.repeat(32);
const file: AddressedFile = { sha256, name: 'pop-on.m2ts', domainId: 7 };
const publicUrl = 'https://spci.example';

/** What a server reads from an address. */
function givenBy(address: string): GivenAddress {
  const { pathname, searchParams } = new URL(address);
  const value = (name: string): string => searchParams.get(name) ?? '';
  return {
    sha256: pathname.split('/').at(-1) ?? '',
    name: value('name'),
    domain: value('domain'),
    expires: value('expires'),
    signature: value('signature'),
  };
}

const given = givenBy(signedAddress({ publicUrl, keys, now }, file));

test('an address is absolute and names the object and nothing secret but its signature', () => {
  const address = new URL(signedAddress({ publicUrl, keys, now }, file));
  expect(address.origin + address.pathname).toBe(`https://spci.example/api/v1/files/${sha256}`);
  expect([...address.searchParams.keys()]).toEqual(['name', 'domain', 'expires', 'signature']);
  expect(address.href).not.toContain(key.secret.toString('base64url'));
});

test('the holder of an address may read one object of one domain', () => {
  expect(verifySignedAddress(keys, now.getTime(), given)).toEqual({ kind: 'signature', domainId: 7, sha256 });
});

test('an address ends after ten minutes, counted from the second it was made in', () => {
  const endMs = Date.parse('2026-11-22T10:10:00.000Z');
  expect(Number(given.expires) * 1000).toBe(endMs);
  expect(verifySignedAddress(keys, endMs - 1, given)).toBeDefined();
  expect(verifySignedAddress(keys, endMs, given)).toBeUndefined();
});

test.each([
  ['another object', { sha256: 'cd'.repeat(32) }],
  ['another name', { name: 'pop-on.exe' }],
  ['another domain', { domain: '8' }],
  ['a longer life', { expires: String(Number(given.expires) + 1) }],
  ['another spelling of the domain', { domain: '07' }],
  ['no signature', { signature: '' }],
  ['a signature for another purpose', { signature: sign(key, 'cursor', [sha256, file.name, given.expires, '7']) }],
])('%s makes an address worthless', (_, change) => {
  expect(verifySignedAddress(keys, now.getTime(), { ...given, ...change })).toBeUndefined();
});

test('an address outlives the rotation of keys and not the removal of its key', () => {
  expect(verifySignedAddress(keyringOf(newKey(), key), now.getTime(), given)).toBeDefined();
  expect(verifySignedAddress(keyringOf(newKey()), now.getTime(), given)).toBeUndefined();
});

describe('a long name', () => {
  const longest = ['🎬'.repeat(251) + '.srt', '('.repeat(255), 'é'.repeat(255), 'a'.repeat(250) + '.m2ts'];

  test.each(longest)('is served within the bounds of addresses and headers and stays usable', (name) => {
    const address = signedAddress({ publicUrl: `https://${'a'.repeat(63)}.example`, keys, now }, { ...file, name });
    const served = givenBy(address);
    expect(verifySignedAddress(keys, now.getTime(), served)).toBeDefined();
    expect(address.length).toBeLessThanOrEqual(2048);
    expect(attachment(served.name).length).toBeLessThanOrEqual(1024);
    expect(Buffer.byteLength(served.name)).toBeGreaterThan(230);
  });

  test('keeps its extension and no half of a character', () => {
    const [name = ''] = longest;
    const served = givenBy(signedAddress({ publicUrl, keys, now }, { ...file, name })).name;
    expect(served).toMatch(/^🎬+\.srt$/u);
  });
});
