import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { openPromiseToken } from '../../preflight/promise/promise-token.ts';
import { promiseTokenFor, type PromiseRequest } from '../../preflight/promise/promise-token-for.ts';
import type { SiteRow } from '../sites/sites.table.ts';
import type { EndedWork } from './preflight.table.ts';

export type TokenContext = Pick<AppContext, 'promiseIssuer' | 'sealing' | 'logger'>;

/** What the sealed token of a job, or of a delivery, belongs to. */
export const tokenOwner = ({ id, site_id, purpose }: Pick<EndedWork, 'id' | 'site_id' | 'purpose'>) => ({
  purpose,
  jobId: id,
  siteId: site_id,
});

export type KeptToken = Pick<EndedWork, 'sealed_token' | 'token_minted'>;
export const noToken: KeptToken = { sealed_token: null, token_minted: false };

/** Throws `promise_token_missing`, `promise_token_invalid` and `unavailable`. */
export async function keptTokenFor(
  { promiseIssuer: issuer, sealing }: TokenContext,
  site: SiteRow,
  request: PromiseRequest,
): Promise<KeptToken> {
  const found = await promiseTokenFor(site, request, { issuer, sealing, now: Date.now });
  switch (found.kind) {
    case 'not_needed':
      return noToken;
    case 'resolved':
      return { sealed_token: found.sealed, token_minted: found.isMinted };
    case 'promise_token_missing':
      throw new AppError('promise_token_missing', `Pages of this site need a promise token in ${found.header}.`, {
        header: found.header,
      });
    case 'promise_token_invalid':
      throw new AppError('promise_token_invalid', 'The promise token does not count for this site.');
    case 'unavailable':
      throw new AppError('unavailable', 'The issuer of promise tokens does not answer.');
  }
}

/**
 * Ends what was made for work that has ended. A token that somebody brought is left to whoever brought it: another job may
 * live by it. What cannot be ended ends by itself within minutes.
 */
export async function retireToken({ promiseIssuer, sealing, logger }: TokenContext, work: EndedWork): Promise<void> {
  if (!work.token_minted || work.sealed_token === null) return;
  const opened = openPromiseToken(sealing, work.sealed_token, tokenOwner(work), Date.now());
  if (opened.kind !== 'opened') return;
  const outcome = await promiseIssuer.invalidate(opened.token.promise_token);
  if (outcome.kind !== 'invalidated')
    logger.warn({ job_id: work.id, why: outcome.why }, 'a promise token was not ended');
}
