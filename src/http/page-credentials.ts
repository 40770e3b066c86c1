import { applicationIdHeader, applicationSecretHeader, pageTokenHeader, pageTokenMember } from '../credential-names.ts';
import { mayNameDomain } from '../domain-names.ts';
import { publicPrefixOf } from '../secrets.ts';
import { absent, fromSession, judged, type Credential, type CredentialSources } from './credentials.ts';

type Headers = CredentialSources['headers'];

const valuesOf = (headers: Headers, name: string): string[] =>
  (headers[name.toLowerCase()] ?? []).map((value) => value.trim());

/** As it was sent, repetitions joined as Node joins them; undefined where there is none. */
export function pageTokenIn(headers: Headers): string | undefined {
  return valuesOf(headers, pageTokenHeader).join(', ') || undefined;
}

type NamedSource = 'application' | 'basic';

/** A token beside its public prefix: together they are one, apart they are none. */
function namedToken(source: NamedSource, prefix: string, token: string): Credential {
  const credential = judged(source, [token]);
  return credential.kind === 'present' && publicPrefixOf(token) === prefix ? credential : { kind: 'malformed', source };
}

function fromApplication(headers: Headers): Credential {
  const [ids, secrets] = [valuesOf(headers, applicationIdHeader), valuesOf(headers, applicationSecretHeader)];
  if ([...ids, ...secrets].every((value) => value === '')) return absent;
  const [prefix = '', secret = ''] = [...ids, ...secrets];
  const isPair = ids.length === 1 && secrets.length === 1;
  return isPair ? namedToken('application', prefix, secret) : { kind: 'malformed', source: 'application' };
}

/** User and password, in UTF-8 and without control characters (RFC 7617); undefined for anything else. */
function decodedPair(encoded: string): { readonly user: string; readonly password: string } | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  const text = bytes.toString('utf8');
  const colon = text.indexOf(':');
  // What is not UTF-8 would not be the same bytes again.
  if (colon < 0 || !Buffer.from(text, 'utf8').equals(bytes) || /\p{Cc}/u.test(text)) return undefined;
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** `*` and a token's prefix, or an e-mail address; either may be followed by `@` and a domain. */
const userName = /^(?:\*(?<prefix>[^@]*)|(?<email>[^@]+@[^@]+?))(?:@(?<domain>[^@]*))?$/;

function fromPair({ user, password }: { readonly user: string; readonly password: string }): Credential {
  const malformed: Credential = { kind: 'malformed', source: 'basic' };
  const { prefix, email = '', domain } = userName.exec(user)?.groups ?? {};
  if (domain !== undefined && !mayNameDomain(domain)) return malformed;
  const named = domain === undefined ? {} : { domain: domain.toLowerCase() };
  if (prefix !== undefined) return { ...namedToken('basic', prefix, password), ...named };
  if (email === '' || password === '') return malformed;
  return { kind: 'password', source: 'basic', email, password, ...named };
}

function fromBasic(headers: Headers): Credential {
  const values = valuesOf(headers, 'Authorization');
  const basic = values.map((value) => /^basic(?: +(.*))?$/i.exec(value));
  if (basic.every((match) => match === null)) return absent;
  const encoded = basic[0]?.[1] ?? '';
  if (values.length === 1 && encoded === '') return absent;
  const pair = values.length === 1 ? decodedPair(encoded) : undefined;
  return pair === undefined ? { kind: 'malformed', source: 'basic' } : fromPair(pair);
}

/** Slug of the domain that a Basic user name ends with. */
export function domainNamedIn(headers: Headers): string | undefined {
  const credential = fromBasic(headers);
  return credential.kind === 'present' || credential.kind === 'password' ? credential.domain : undefined;
}

const firstPresent = (credentials: readonly (() => Credential)[]): Credential => {
  for (const extract of credentials) {
    const credential = extract();
    if (credential.kind !== 'absent') return credential;
  }
  return absent;
};

/** What a client shows without a form: an application credential, or a name and what proves it. */
export function extractNamedCredential(headers: Headers): Credential {
  return firstPresent([() => fromApplication(headers), () => fromBasic(headers)]);
}

/**
 * The credential of a request to a page, by the rules of the API and in an order of its own. The session of the browser
 * comes last, and one that is no text is none.
 */
export function extractPageCredential({ headers, query, session }: Omit<CredentialSources, 'body'>): Credential {
  return firstPresent([
    () => judged('x-auth-token', valuesOf(headers, pageTokenHeader)),
    () => judged('query', query?.getAll(pageTokenMember) ?? []),
    () => extractNamedCredential(headers),
    () => fromSession({ headers, session }),
  ]);
}
