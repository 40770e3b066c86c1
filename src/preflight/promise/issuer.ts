import type { PromiseToken } from './promise-token.ts';

/** What a promise token is for. */
export interface PromiseBinding {
  readonly accountId: number;
  readonly domainId: number;
  readonly siteId: number;
  /** Base URL of the site. */
  readonly resource: string;
  readonly purpose: PromisePurpose;
}

export type PromisePurpose = 'preflight' | 'fixes';

/** As far as an issuer says it: what it does not name is not bound. */
export interface NamedBinding extends Partial<Omit<PromiseBinding, 'resource'>> {
  /** One of them is enough. */
  readonly resources?: readonly string[];
}

/** Whoever gave the token or credential has to bring another. */
export interface Refused {
  readonly kind: 'refused';
}

/** Says nothing of the token: whoever asks again may be answered. */
export interface Unavailable {
  readonly kind: 'unavailable';
  /** `client_refused`: what is configured here is not taken there. */
  readonly why: 'no_answer' | 'unusable_answer' | 'client_refused';
}

export interface Exchanged {
  readonly kind: 'exchanged';
  readonly access_token: string;
  readonly token_type: 'bearer';
  /** Seconds; undefined: not told. */
  readonly expires_in: number | undefined;
  /** To be kept instead of the one that was exchanged, before anything else is done. */
  readonly promise_token: string;
  /** Seconds; undefined: not told, and `introspect` tells. */
  readonly promise_token_expires_in: number | undefined;
}

export type Introspected =
  | { readonly kind: 'active'; readonly expires_in: number; readonly bound: NamedBinding }
  | { readonly kind: 'inactive' }
  | Unavailable;

/** None of these fails for what the issuer does or says. */
export interface PromiseIssuer {
  mint(
    callerCredential: string,
    binding: PromiseBinding,
  ): Promise<{ readonly kind: 'minted'; readonly token: PromiseToken } | Refused | Unavailable>;
  exchange(promiseToken: string): Promise<Exchanged | Refused | Unavailable>;
  introspect(promiseToken: string): Promise<Introspected>;
  /** With all that it was exchanged from and for; one that is not known is invalid already. */
  invalidate(promiseToken: string): Promise<{ readonly kind: 'invalidated' } | Unavailable>;
}

const addressOf = (text: string): string => (URL.canParse(text) ? new URL(text).href.replace(/\/$/, '') : text);

export function isBoundElsewhere({ resources, ...named }: NamedBinding, binding: PromiseBinding): boolean {
  const isElsewhere =
    resources !== undefined && !resources.some((resource) => addressOf(resource) === addressOf(binding.resource));
  const parts = ['accountId', 'domainId', 'siteId', 'purpose'] as const;
  return isElsewhere || parts.some((part) => named[part] !== undefined && named[part] !== binding[part]);
}
