import type { components } from '../generated/api.ts';

export type Scope = components['schemas']['Scope'];
export type Role = components['schemas']['Role'];
export type Platform = components['schemas']['Platform'];

/** What a child token reaches beside its scopes: only that repository, only that run. */
export interface Confinement {
  readonly repository?: { readonly id: number; readonly name: string };
  readonly runId?: number;
}

/** An account, and what its credential lets it do: `scopes` are those that the account's role still allows. */
export interface Authority {
  readonly accountId: number;
  readonly domainId: number;
  readonly role: Role;
  readonly operator: boolean;
  readonly readOnly: boolean;
  readonly scopes: readonly Scope[];
  /** Undefined: the whole domain. */
  readonly confinement?: Confinement;
  /** Whether each request takes one of the calls that the token has left. */
  readonly counted?: boolean;
  /** Whether it is a token without scopes, which few operations take. */
  readonly legacy?: boolean;
}

/** An account, by one of its tokens. */
export interface AccountPrincipal extends Authority {
  readonly kind: 'account';
  /** Of its row; a token of the global region has none here, and the negative id of the account stands for it. */
  readonly tokenId: number;
  /** `other`: what was made from another token, by whomever it is held, and what is of the global region. */
  readonly via: 'password_session' | 'own_token' | 'other';
}

export interface WorkerPrincipal {
  readonly kind: 'worker';
  readonly workerId: number;
  readonly name: string;
  readonly platforms: readonly Platform[];
}

/** A lease is bound to one run and one attempt; whether it is still held is decided in the write that uses it. */
export interface LeasePrincipal {
  readonly kind: 'lease';
  readonly leaseId: number;
  readonly runId: number;
  readonly attempt: number;
  readonly workerId: number;
}

/** Holder of a signed address: one object of one domain. */
export interface SignaturePrincipal {
  readonly kind: 'signature';
  readonly domainId: number;
  readonly sha256: string;
}

/** Whoever knows the secret of the webhook, which the body is signed with. */
export interface WebhookPrincipal {
  readonly kind: 'webhook';
}

/** An account on a page for people. */
export interface BrowserPrincipal {
  readonly kind: 'browser';
  readonly account: Authority;
  /** Of the token or the session; undefined where a password was shown. */
  readonly tokenId: number | undefined;
  /** Slug of its domain, which is that of the page. */
  readonly domain: string;
  readonly via: 'header' | 'query' | 'cookie';
  /** The token that was shown, where it is of the global region, so that a session can be made of it. */
  readonly peerToken: string | undefined;
}

export type Principal =
  AccountPrincipal | BrowserPrincipal | WorkerPrincipal | LeasePrincipal | SignaturePrincipal | WebhookPrincipal;
