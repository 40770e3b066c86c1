import { promiseTokenHeader } from '../../credential-names.ts';
import type { Authority } from '../../principal.ts';
import { isBoundElsewhere, type PromiseBinding, type PromiseIssuer, type PromisePurpose } from './issuer.ts';
import { usablePromiseToken } from './promise-token-header.ts';
import { promiseTokenOf, sealPromiseToken, type PromiseToken } from './promise-token.ts';
import type { Sealing } from './sealing.ts';

export interface PromiseSite {
  readonly id: number;
  readonly base_url: string;
  readonly authoring_type: string | null;
  readonly preview_auth: 'auto' | 'none';
}

/** Who asks, and with what. */
export interface PromiseCaller {
  readonly authority: Pick<Authority, 'accountId' | 'domainId' | 'readOnly' | 'confinement' | 'counted' | 'legacy'>;
  /** `other`: a token that is not the account's own, or a session that somebody handed over. */
  readonly via: 'password_session' | 'own_token' | 'other';
  readonly credential: string;
}

export interface PromiseRequest {
  readonly purpose: PromisePurpose;
  /** Of the job that the token is for. */
  readonly jobId: string;
  /** The header `X-Promise-Token` as it came. */
  readonly header: string | readonly string[] | undefined;
  readonly caller: PromiseCaller;
}

export interface PromiseTools {
  readonly issuer: PromiseIssuer;
  readonly sealing: Sealing;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type PromiseResolution =
  /** Nothing was asked for and nothing was looked at. */
  | { readonly kind: 'not_needed' }
  /** `sealed` is for this purpose, job and site; what was minted is nobody's but the job's. */
  | {
      readonly kind: 'resolved';
      readonly token: PromiseToken;
      readonly sealed: string;
      readonly isMinted: boolean;
    }
  /** By the word of its issuer it has ended, or is for something else. */
  | { readonly kind: 'promise_token_invalid' }
  | {
      readonly kind: 'promise_token_missing';
      /** In which one is to be brought. */
      readonly header: string;
      readonly why: 'cannot_mint' | 'mint_refused';
    }
  | { readonly kind: 'unavailable' };

const promiseBased: ReadonlySet<string | null> = new Set(['cs', 'cs/crosswalk', 'ams']);

/** Whether sites of this authoring type are asked with a credential that a promise token is exchanged for. */
export const isPromiseBased = (authoringType: string | null): boolean => promiseBased.has(authoringType);

/** A program that was given less than its account may do gets nothing with which it could do more. */
export function canMint({ authority, via }: PromiseCaller): boolean {
  const { readOnly, confinement, counted, legacy } = authority;
  const isRestricted = readOnly || confinement !== undefined || counted === true || legacy === true;
  return via === 'password_session' || (via === 'own_token' && !isRestricted);
}

type Found = PromiseToken | Exclude<PromiseResolution, { readonly kind: 'resolved' }>;

async function brought(text: string, binding: PromiseBinding, issuer: PromiseIssuer): Promise<Found> {
  const found = await issuer.introspect(text);
  if (found.kind === 'unavailable') return { kind: 'unavailable' };
  if (found.kind === 'inactive' || isBoundElsewhere(found.bound, binding)) return { kind: 'promise_token_invalid' };
  return promiseTokenOf(text, found.expires_in);
}

async function minted(caller: PromiseCaller, binding: PromiseBinding, issuer: PromiseIssuer): Promise<Found> {
  const missing = { kind: 'promise_token_missing', header: promiseTokenHeader.toLowerCase() } as const;
  if (!canMint(caller)) return { ...missing, why: 'cannot_mint' };
  const made = await issuer.mint(caller.credential, binding);
  if (made.kind === 'refused') return { ...missing, why: 'mint_refused' };
  return made.kind === 'minted' ? made.token : { kind: 'unavailable' };
}

/**
 * The only way to a promise token, for whatever needs one: where the site needs one, the one that the request brings, and
 * without one another that is minted for its caller. One that is brought and does not count is never minted over.
 */
export async function promiseTokenFor(
  site: PromiseSite,
  { purpose, jobId, header, caller }: PromiseRequest,
  { issuer, sealing, now }: PromiseTools,
): Promise<PromiseResolution> {
  if (!isPromiseBased(site.authoring_type) || site.preview_auth === 'none') return { kind: 'not_needed' };
  const { accountId, domainId } = caller.authority;
  const binding = { accountId, domainId, siteId: site.id, resource: site.base_url, purpose };
  const text = usablePromiseToken(header);
  const found = await (text === undefined ? minted(caller, binding, issuer) : brought(text, binding, issuer));
  if ('kind' in found) return found;
  const sealed = sealPromiseToken(sealing, found, { purpose, jobId, siteId: site.id }, now());
  return { kind: 'resolved', token: found, sealed, isMinted: text === undefined };
}
