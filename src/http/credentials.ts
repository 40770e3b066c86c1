import { pageTokenMember, tokenHeader, tokenMember } from '../credential-names.ts';
import { regionParameter } from '../region.ts';

export type CredentialSource =
  'authorization' | 'x-spci-access-token' | 'query' | 'body' | 'x-auth-token' | 'application' | 'basic' | 'cookie';

/** What a request carries: `malformed` is final as `present` is, and says which source it was. */
export type Credential =
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly source: CredentialSource }
  | (Named & { readonly kind: 'present'; readonly source: CredentialSource; readonly token: string })
  | (Named & {
      readonly kind: 'password';
      readonly source: 'basic';
      readonly email: string;
      readonly password: string;
    });

interface Named {
  /** Slug of the domain that stands beside it and that it is for. */
  readonly domain?: string;
}

export interface CredentialSources {
  /** Each value as it was on the wire, by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** Undefined where the operation takes no token from it. */
  readonly query?: URLSearchParams | undefined;
  /** The parsed body; undefined where there is none, and where the operation takes no token from it. */
  readonly body?: unknown;
  /** What the cookie of the session holds; undefined where the operation takes none. */
  readonly session?: string | undefined;
}

export const absent: Credential = { kind: 'absent' };
const alphabet = /^[A-Za-z0-9._~+/=-]{1,512}$/;

export function judged(source: CredentialSource, values: readonly unknown[]): Credential {
  const [token] = values;
  if (token === undefined || (values.length === 1 && token === '')) return absent;
  return values.length === 1 && typeof token === 'string' && alphabet.test(token)
    ? { kind: 'present', source, token }
    : { kind: 'malformed', source };
}

function fromAuthorization({ headers }: CredentialSources): Credential {
  const values = headers['authorization'] ?? [];
  const bearer = values.map((value) => /^bearer(?: +(.*))?$/i.exec(value.trim()));
  if (bearer.every((match) => match === null)) return absent;
  return judged('authorization', values.length === 1 ? [bearer[0]?.[1]?.trim() ?? ''] : values);
}

function fromHeader({ headers }: CredentialSources): Credential {
  const values = headers[tokenHeader.toLowerCase()] ?? [];
  return judged(
    'x-spci-access-token',
    values.map((value) => value.trim()),
  );
}

/** `access_token[]` and `access_token[$ne]` are an array and an object to many a parser. */
const isTokenName = (name: string): boolean => name === tokenMember || name.startsWith(`${tokenMember}[`);

function fromQuery({ query }: CredentialSources): Credential {
  const given = [...(query ?? [])].filter(([name]) => isTokenName(name));
  return judged(
    'query',
    given.map(([name, value]) => (name === tokenMember ? value : undefined) ?? null),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const hasBodyToken = (body: unknown): body is Readonly<Record<typeof tokenMember, unknown>> =>
  isObject(body) && Object.hasOwn(body, tokenMember);

function fromBody({ body }: CredentialSources): Credential {
  return judged('body', hasBodyToken(body) ? [body[tokenMember] ?? null] : []);
}

/** What is no text of a token is none: a browser sends what it has, and cannot be asked to leave it out. */
export function fromSession({ session }: CredentialSources): Credential {
  const credential = judged('cookie', session === undefined ? [] : [session]);
  return credential.kind === 'present' ? credential : absent;
}

/** In the order in which they decide. */
const sourcesInOrder = [fromAuthorization, fromHeader, fromQuery, fromBody, fromSession];

/**
 * The credential of a request to the API. The first source that is present decides and its failure is final. An empty
 * value and another scheme are absent; a value that is repeated, joined by a comma, no text or outside the token
 * alphabet is malformed.
 */
export function extractCredential(sources: CredentialSources): Credential {
  for (const extract of sourcesInOrder) {
    const credential = extract(sources);
    if (credential.kind !== 'absent') return credential;
  }
  return absent;
}

function nameOf(piece: string): string {
  const name = piece.split('=', 1)[0] ?? '';
  return new URLSearchParams(`${name}=`).keys().next().value ?? name;
}

/** The query without what these names hold; byte for byte as it was where it has none of them. */
function withoutNames(queryText: string, isDropped: (name: string) => boolean): string {
  const pieces = queryText.split('&');
  const rest = pieces.filter((piece) => !isDropped(nameOf(piece)));
  return rest.length === pieces.length ? queryText : rest.filter((piece) => piece !== '').join('&');
}

export const withoutQueryToken = (queryText: string): string => withoutNames(queryText, isTokenName);

export const withoutRegion = (queryText: string): string => withoutNames(queryText, (name) => name === regionParameter);

const pageScope: readonly string[] = [pageTokenMember, 'project_id', 'domain_id', regionParameter];

/** The query of a page without its token and what and where the token was for, which are consumed. */
export const withoutPageScope = (queryText: string): string =>
  withoutNames(queryText, (name) => pageScope.includes(name));

export const withoutPageToken = (queryText: string): string =>
  withoutNames(queryText, (name) => name === pageTokenMember);

/** The body without the token; another body is the same object. */
export function withoutBodyToken(body: unknown): unknown {
  if (!hasBodyToken(body)) return body;
  const { [tokenMember]: _token, ...rest } = body;
  return rest;
}
