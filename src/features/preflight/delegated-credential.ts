import { openPromiseToken, promiseTokenOf, sealPromiseToken } from '../../preflight/promise/promise-token.ts';
import type { SiteRow } from '../sites/sites.table.ts';
import { tokenOwner } from './job-tokens.ts';
import { WorkImpossible, WorkLost, type WorkContext } from './leased-work.ts';
import { updateSealedToken, type HeldWork } from './leases.queries.ts';

export interface DelegatedCredential {
  /** Of the header `Authorization`; undefined: none is needed. */
  readonly authorization: string | undefined;
  /** The promise token as it is kept now. */
  readonly kept: string | null;
}

/** The exchange comes first, and what it rolled is kept before anything else is done. */
export async function delegatedCredential(
  { promiseIssuer, sealing, db }: WorkContext,
  work: HeldWork,
  site: SiteRow,
): Promise<DelegatedCredential> {
  if (work.sealed_token === null) return { authorization: undefined, kept: null };
  const opened = openPromiseToken(sealing, work.sealed_token, tokenOwner(work), Date.now());
  if (opened.kind === 'key_unavailable') throw new WorkImpossible(failures.keyUnavailable);
  if (opened.kind === 'not_authentic') throw new WorkImpossible(failures.tokenUnreadable);
  const exchanged = await promiseIssuer.exchange(opened.token.promise_token);
  if (exchanged.kind === 'refused') throw new WorkImpossible(failures.needsReauthentication);
  if (exchanged.kind === 'unavailable')
    throw new Error(`the issuer of promise tokens does not answer: ${exchanged.why}`);
  const lifeLeft = exchanged.promise_token_expires_in ?? opened.token.expires_in;
  const rolled = promiseTokenOf(exchanged.promise_token, lifeLeft);
  const kept = sealPromiseToken(sealing, rolled, tokenOwner(work), Date.now());
  if (!(await updateSealedToken(db, work, kept))) throw new WorkLost();
  // Author and publish servers of this kind take standard credentials, all others the scheme of their vendor.
  const scheme = site.delivery_type === 'aem_cs' ? 'Bearer' : 'token';
  return { authorization: `${scheme} ${exchanged.access_token}`, kept };
}

const failures = {
  keyUnavailable: { code: 'key_unavailable', message: 'The key that the promise token is sealed with is not there.' },
  tokenUnreadable: { code: 'token_unreadable', message: 'What is kept of the promise token cannot be read.' },
  needsReauthentication: {
    code: 'needs_reauthentication',
    message: 'The promise token does not count any more. Begin another job with a new one.',
  },
} as const;
