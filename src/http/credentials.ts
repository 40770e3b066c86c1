/** What a request carries to prove who sends it, before anything is looked up. */
export type Credential =
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly source: string }
  | { readonly kind: 'present'; readonly source: string; readonly token: string };

export interface CredentialSources {
  /** Values of each header as they came on the wire, by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

const absent: Credential = { kind: 'absent' };
const alphabet = /^[A-Za-z0-9._~+/=-]{1,512}$/;

function judged(source: string, values: readonly string[]): Credential {
  const [token] = values;
  if (token === undefined || (values.length === 1 && token === '')) return absent;
  return values.length === 1 && alphabet.test(token)
    ? { kind: 'present', source, token }
    : { kind: 'malformed', source };
}

function fromAuthorization(values: readonly string[]): Credential {
  const bearer = values.map((value) => /^bearer(?: +(.*))?$/i.exec(value.trim()));
  if (bearer.every((match) => match === null)) return absent;
  return judged('authorization', values.length === 1 ? [bearer[0]?.[1]?.trim() ?? ''] : values);
}

/**
 * The credential of an API request: `Authorization: Bearer`, then `X-SPCI-Access-Token`. The first source that is
 * present decides and its failure is final. An empty value and another scheme are absent; a value that is repeated,
 * joined by a comma or outside the token alphabet is malformed.
 */
export function extractCredential({ headers }: CredentialSources): Credential {
  const sources = [
    () => fromAuthorization(headers['authorization'] ?? []),
    () =>
      judged(
        'x-spci-access-token',
        (headers['x-spci-access-token'] ?? []).map((value) => value.trim()),
      ),
  ];
  for (const source of sources) {
    const credential = source();
    if (credential.kind !== 'absent') return credential;
  }
  return absent;
}
