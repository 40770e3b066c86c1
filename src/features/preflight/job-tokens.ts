import type { AppContext } from '../../context.ts';
import { openPromiseToken } from '../../preflight/promise/promise-token.ts';
import type { EndedJob } from './preflight-work.queries.ts';

export type TokenContext = Pick<AppContext, 'promiseIssuer' | 'sealing' | 'logger'>;

/** What the sealed token of a job belongs to. */
export const tokenOwner = ({ id, site_id }: Pick<EndedJob, 'id' | 'site_id'>) => ({
  purpose: 'preflight' as const,
  jobId: id,
  siteId: site_id,
});

/**
 * Ends what was made for a job that has ended. A token that somebody brought is left to whoever brought it: another job may
 * live by it. What cannot be ended ends by itself within minutes.
 */
export async function retireToken({ promiseIssuer, sealing, logger }: TokenContext, job: EndedJob): Promise<void> {
  if (!job.token_minted || job.sealed_token === null) return;
  const opened = openPromiseToken(sealing, job.sealed_token, tokenOwner(job), Date.now());
  if (opened.kind !== 'opened') return;
  const outcome = await promiseIssuer.invalidate(opened.token.promise_token);
  if (outcome.kind !== 'invalidated')
    logger.warn({ job_id: job.id, why: outcome.why }, 'a promise token was not ended');
}
