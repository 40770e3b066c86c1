import type { Answered, GuardedHttp, NoAnswer } from './guarded-http.ts';
import { literalOf } from './reach.ts';

/** What opens protected pages. It goes to these origins over TLS, or to an address of this machine, and nowhere else. */
export interface PageCredential {
  /** In lower case. */
  readonly header: string;
  readonly value: string;
  readonly origins: readonly string[];
}

/** Of fewer characters a secret is none, and could not be told from other text. */
const secretMin = 8;

/** A page may show what it was asked with; what is reported of it never does. */
export function withoutSecret<Report>(report: Report, credential: PageCredential | undefined): Report {
  const secret = credential?.value.replace(/^\S+ /, '') ?? '';
  if (secret.length < secretMin) return report;
  const written = JSON.stringify(secret).slice(1, -1);
  return JSON.parse(JSON.stringify(report).replaceAll(written, '…')) as Report;
}

export interface PageRequest {
  readonly credential?: PageCredential | undefined;
  readonly bodyBytesMax: number;
  readonly redirectsMax: number;
  /** Of all hops together. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export const pageLimits = { bodyBytesMax: 1_048_576, redirectsMax: 3, timeoutMs: 5_000 } as const;

/** `url` is where it ended. */
export type FetchedPage = { readonly url: string; readonly redirects: number } & (
  Answered | NoAnswer | { readonly kind: 'too_many_redirects' }
);

const isOwnMachine = (hostname: string): boolean => /^(127\.|::1$)/.test(literalOf(hostname) ?? '');

export function mayCarry(credential: PageCredential, url: URL): boolean {
  return credential.origins.includes(url.origin) && (url.protocol === 'https:' || isOwnMachine(url.hostname));
}

function headersFor(url: string, credential: PageCredential | undefined): Readonly<Record<string, string>> {
  const accepted = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' };
  if (credential === undefined || !URL.canParse(url) || !mayCarry(credential, new URL(url))) return accepted;
  return { ...accepted, [credential.header]: credential.value };
}

const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends whoever asked; undefined when it does not, or says nothing that can be followed. */
export function targetOf(answer: Answered, url: string): string | undefined {
  if (!redirecting.has(answer.status) || answer.location === undefined) return undefined;
  return URL.canParse(answer.location, url) ? new URL(answer.location, url).href : undefined;
}

/** Each hop is judged anew, and is given the credential anew. */
export async function fetchPage(http: GuardedHttp, address: string, wanted: PageRequest): Promise<FetchedPage> {
  const endsAt = performance.now() + wanted.timeoutMs;
  let url = address;
  for (let redirects = 0; ; redirects += 1) {
    const timeoutMs = Math.max(1, Math.floor(endsAt - performance.now()));
    const { bodyBytesMax, signal, credential } = wanted;
    const headers = headersFor(url, credential);
    const outcome = await http.ask(url, { method: 'GET', headers, bodyBytesMax, timeoutMs, signal });
    const target = outcome.kind === 'answered' ? targetOf(outcome, url) : undefined;
    if (target === undefined) return { url, redirects, ...outcome };
    if (redirects === wanted.redirectsMax) return { kind: 'too_many_redirects', url: target, redirects };
    url = target;
  }
}
