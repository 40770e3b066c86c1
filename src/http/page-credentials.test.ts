import { describe, expect, test } from '@jest/globals';
import { newToken, publicPrefixOf } from '../secrets.ts';
import type { Credential, CredentialSource } from './credentials.ts';
import { domainNamedIn, extractPageCredential } from './page-credentials.ts';

const token = newToken('spci');
const prefix = publicPrefixOf(token);
const present = (source: CredentialSource, domain?: string): Credential => ({
  ...{ kind: 'present', source, token },
  ...(domain === undefined ? {} : { domain }),
});
const malformed = (source: CredentialSource): Credential => ({ kind: 'malformed', source });
const absent: Credential = { kind: 'absent' };
const basicOf = (text: string | Uint8Array): string => `Basic ${Buffer.from(text).toString('base64')}`;

interface Shown {
  readonly header?: readonly string[];
  readonly query?: string;
  readonly id?: readonly string[];
  readonly secret?: readonly string[];
  readonly authorization?: readonly string[];
  readonly session?: string;
}

const extract = ({ header, query = '', id, secret, authorization, session }: Shown): Credential =>
  extractPageCredential({
    headers: {
      'x-auth-token': header,
      'x-application-credential-id': id,
      'x-application-credential-secret': secret,
      authorization,
    },
    query: new URLSearchParams(query),
    session,
  });

/** One way to fill each source with a good credential, and one to fill it with a bad one, in their order. */
const sources: readonly (readonly [CredentialSource, good: Shown, bad: Shown])[] = [
  ['x-auth-token', { header: [token] }, { header: [token, token] }],
  ['query', { query: `x-auth-token=${token}` }, { query: `x-auth-token=${token}&x-auth-token=${token}` }],
  ['application', { id: [prefix], secret: [token] }, { id: [prefix], secret: ['two words'] }],
  ['basic', { authorization: [basicOf(`*${prefix}:${token}`)] }, { authorization: [basicOf('nobody')] }],
  ['cookie', { session: token }, {}],
];

describe.each(sources)('%s', (source, good, bad) => {
  const later = sources.slice(sources.findIndex(([name]) => name === source) + 1);

  test('decides over whatever comes after it, and is final', () => {
    for (const [, other] of [...later, [source, {}, {}] as const]) {
      expect(extract({ ...other, ...good })).toEqual(present(source));
      if (source !== 'cookie') expect(extract({ ...other, ...bad })).toEqual(malformed(source));
    }
  });

  test('left out or empty, it leaves it to what comes after it', () => {
    const empty = { header: [''], query: 'x-auth-token=', id: [''], secret: [' '], authorization: ['Basic '] };
    for (const [name, other] of later) {
      expect(extract(other)).toEqual(present(name));
      expect(extract({ ...empty, ...other })).toEqual(present(name));
    }
  });
});

test('nothing is absent, and so is another scheme', () => {
  expect(extract({})).toEqual(absent);
  expect(extract({ authorization: [`Bearer ${token}`] })).toEqual(absent);
  expect(extractPageCredential({ headers: {} })).toEqual(absent);
});

describe('an application credential is a prefix and its token, or nothing', () => {
  test.each<[string, Shown]>([
    ['the prefix of another token', { id: [publicPrefixOf(newToken('spci'))], secret: [token] }],
    ['less than the prefix', { id: [prefix.slice(0, -1)], secret: [token] }],
    ['a prefix alone', { id: [prefix] }],
    ['a token alone', { secret: [token] }],
    ['two prefixes', { id: [prefix, prefix], secret: [token] }],
    ['two tokens', { id: [prefix], secret: [token, token] }],
  ])('%s', (_, shown) => expect(extract(shown)).toEqual(malformed('application')));
});

describe('Basic', () => {
  const read = (text: string | Uint8Array): Credential => extract({ authorization: [basicOf(text)] });
  const known = { kind: 'password', source: 'basic', email: 'ada@example.org', password: 'a:b ä' } as const;

  test('takes a prefix or an e-mail address, each with or without a domain', () => {
    expect(read(`*${prefix}:${token}`)).toEqual(present('basic'));
    expect(read(`*${prefix}@Default:${token}`)).toEqual(present('basic', 'default'));
    expect(read('ada@example.org:a:b ä')).toEqual(known);
    expect(read('ada@example.org@Default:a:b ä')).toEqual({ ...known, domain: 'default' });
    expect(extract({ authorization: [`bASIC   ${Buffer.from('ada@example.org:a:b ä').toString('base64')}`] })).toEqual(
      known,
    );
  });

  test.each<[string, string | Uint8Array]>([
    ['no colon', 'ada@example.org'],
    ['no name', ':password'],
    ['no password', 'ada@example.org:'],
    ['a name that is no address', 'ada:password'],
    ['what is no domain', 'ada@example.org@a.b:password'],
    ['what no domain may be called', 'ada@example.org@docs:password'],
    ['an empty domain', 'ada@example.org@:password'],
    ['two domains', 'ada@example.org@default@default:password'],
    ['the prefix of another token', `*${publicPrefixOf(newToken('spci'))}:${token}`],
    ['no prefix', `*:${token}`],
    ['a session for a token', `*${prefix}:${newToken('spcs')}`],
    ['a control character', 'ada@example.org:pass\0word'],
    ['what is not UTF-8', new Uint8Array([0x61, 0x40, 0x62, 0x3a, 0xff])],
  ])('%s is malformed', (_, text) => expect(read(text)).toEqual(malformed('basic')));

  test('what is no base64, or comes twice, is malformed', () => {
    const good = basicOf(`*${prefix}:${token}`);
    for (const authorization of [['Basic ***'], ['Basic a b'], [good, good], [good, 'Bearer a']])
      expect(extract({ authorization })).toEqual(malformed('basic'));
  });

  test('names a domain', () => {
    const named = (text: string) => domainNamedIn({ authorization: [basicOf(text)] });
    expect(named('ada@example.org@Video:password')).toBe('video');
    expect(named(`*${prefix}@video:${token}`)).toBe('video');
    for (const text of ['ada@example.org:password', 'ada@example.org@//evil:password', 'ada@example.org@a.b:x', ''])
      expect(named(text)).toBeUndefined();
    expect(domainNamedIn({})).toBeUndefined();
  });
});
