import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface Key {
  readonly kid: string;
  readonly secret: Buffer;
}

/** Keys for look-up digests and signatures; the first is active, the others still verify. */
export interface Keyring {
  readonly active: Key;
  readonly all: readonly Key[];
}

export type TokenPrefix = 'spci' | 'spco' | 'spcw' | 'spcl' | 'spcs' | 'spcp' | 'spca';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 40;
const checkLength = 6;
const tokenPattern = /^(spci|spco|spcw|spcl|spcs|spcp|spca)_([0-9A-Za-z]{40})([0-9A-Za-z]{6})$/;

function base62(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let position = 0; position < length; position += 1) {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

const checkOf = (random: string): string => base62(crc32(random), checkLength);

/** `prefix_` + 40 random base62 characters + 6 of their CRC-32, so that a mistyped token is refused without a look-up. */
export function newToken(prefix: TokenPrefix): string {
  let random = '';
  for (let position = 0; position < randomLength; position += 1) random += alphabet.charAt(randomInt(62));
  return `${prefix}_${random}${checkOf(random)}`;
}

/** Whether the text has the shape and check digits of a token of this kind; says nothing of whether it exists. */
export function isToken(prefix: TokenPrefix, text: string): boolean {
  const [, kind, random, check] = tokenPattern.exec(text) ?? [];
  return kind === prefix && random !== undefined && check === checkOf(random);
}

export const publicPrefixOf = (token: string): string => token.slice(0, 16);

export function lookupDigest(key: Key, token: string): Buffer {
  return createHmac('sha256', key.secret).update('lookup\0').update(token).digest();
}

/** The digest of a token under every key: rows written under an older key are still found. */
export function lookupDigests(keys: Keyring, token: string): Buffer[] {
  return keys.all.map((key) => lookupDigest(key, token));
}

export function sign(key: Key, purpose: string, parts: readonly (string | number)[]): string {
  return createHmac('sha256', key.secret).update(`${purpose}\0`).update(parts.join('\0')).digest('base64url');
}

/** Compares texts, since many texts decode to the same bytes: a signature has one spelling. */
export function isSignedBy(
  keys: Keyring,
  purpose: string,
  parts: readonly (string | number)[],
  signature: string,
): boolean {
  const given = Buffer.from(signature);
  return keys.all.some((key) => {
    const expected = Buffer.from(sign(key, purpose, parts));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

export function newKey(): Key {
  return { kid: randomBytes(4).toString('hex'), secret: randomBytes(32) };
}

/** `kid:base64,…`; each key 32 bytes or more. Undefined when the text is anything else. */
export function parseKeys(text: string): Keyring | undefined {
  const keys = text.split(',').map((entry): Key | undefined => {
    const [, kid, secret] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/=_-]{43,})$/.exec(entry.trim()) ?? [];
    const bytes = secret === undefined ? undefined : Buffer.from(secret, 'base64');
    return kid === undefined || bytes === undefined || bytes.length < 32 ? undefined : { kid, secret: bytes };
  });
  const usable = keys.filter((key) => key !== undefined);
  const [active] = usable;
  const distinct = new Set(usable.map((key) => key.kid)).size === keys.length;
  return active === undefined || !distinct ? undefined : { active, all: usable };
}

export function formatKey(key: Key): string {
  return `${key.kid}:${key.secret.toString('base64')}`;
}
