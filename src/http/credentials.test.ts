import { expect, test } from '@jest/globals';
import {
  extractCredential,
  withoutPageScope,
  withoutPageToken,
  withoutQueryToken,
  type Credential,
  type CredentialSource,
} from './credentials.ts';

const bearer = (token: string): Credential => ({ kind: 'present', source: 'authorization', token });
const header = (token: string): Credential => ({ kind: 'present', source: 'x-spci-access-token', token });
const malformed = (source: CredentialSource): Credential => ({ kind: 'malformed', source });
const absent: Credential = { kind: 'absent' };

type Row = [authorization: readonly string[], access: readonly string[], expected: Credential];

const rows: Row[] = [
  [[], [], absent],
  [['Bearer a'], [], bearer('a')],
  [['bearer a'], [], bearer('a')],
  [['BEARER   a  '], [], bearer('a')],
  [[], ['a'], header('a')],
  [[], [' a '], header('a')],
  // The first source that is present decides, and its failure is final.
  [['Bearer a'], ['b'], bearer('a')],
  [['Bearer a b'], ['b'], malformed('authorization')],
  [['Bearer a,b'], ['b'], malformed('authorization')],
  [['Bearer a', 'Bearer a'], ['b'], malformed('authorization')],
  [['Bearer a', 'Basic b'], [], malformed('authorization')],
  [['Basic b', 'Bearer a'], [], malformed('authorization')],
  [['Bearer ', 'Bearer '], ['b'], malformed('authorization')],
  // An empty value and another scheme are absent.
  [['Bearer'], ['b'], header('b')],
  [['Bearer '], ['b'], header('b')],
  [[''], ['b'], header('b')],
  [['Basic dTpw'], ['b'], header('b')],
  [['Bearera'], ['b'], header('b')],
  [['Basic dTpw'], [], absent],
  [[], [''], absent],
  [[], ['a,b'], malformed('x-spci-access-token')],
  [[], ['a', 'a'], malformed('x-spci-access-token')],
  [[], ['a', 'b'], malformed('x-spci-access-token')],
  [[], ['a b'], malformed('x-spci-access-token')],
  [[], ['ä'], malformed('x-spci-access-token')],
  [[], ['a'.repeat(512)], header('a'.repeat(512))],
  [[], ['a'.repeat(513)], malformed('x-spci-access-token')],
  [['Bearer abc.DEF~1+2/3=_-'], [], bearer('abc.DEF~1+2/3=_-')],
];

test.each(rows)('Authorization %j and X-SPCI-Access-Token %j', (authorization, access, expected) => {
  const headers = { authorization, 'x-spci-access-token': access };
  expect(extractCredential({ headers })).toEqual(expected);
});

test('headers that are not there are absent', () => {
  expect(extractCredential({ headers: {} })).toEqual(absent);
});

test.each([
  ['', ''],
  ['b=%20x&a=1+2&&c', 'b=%20x&a=1+2&&c'],
  ['z=1&access_token=abc&a=2', 'z=1&a=2'],
  ['access%5Ftoken=abc&access_token%5B%5D=x&access_token', ''],
  ['access_tokens=1&a=access_token', 'access_tokens=1&a=access_token'],
])('the query %s without its token is %s', (query, rest) => expect(withoutQueryToken(query)).toBe(rest));

test.each([
  ['x-auth-token=abc&foo=bar', 'foo=bar'],
  ['foo=bar&project_id=7', 'foo=bar'],
  ['domain_id=default&foo=bar', 'foo=bar'],
  ['z=1&x%2Dauth%2Dtoken=abc&&project_id=7&a=%20+b&domain_id=1', 'z=1&a=%20+b'],
  ['zoo=1&ant=%2f&&ant=2&', 'zoo=1&ant=%2f&&ant=2&'],
  ['x-auth-tokens=1&a=project_id', 'x-auth-tokens=1&a=project_id'],
  ['', ''],
])('the query %s of a page, without what opened it, is %s', (query, rest) =>
  expect(withoutPageScope(query)).toBe(rest),
);

test('only the token is kept from whoever judges the query of a page', () => {
  expect(withoutPageToken('project_id=7&x-auth-token=abc&domain_id=1')).toBe('project_id=7&domain_id=1');
});
