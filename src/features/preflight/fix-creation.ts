import { randomUUID } from 'node:crypto';
import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { violatedForeignKey } from '../../db/postgres-errors.ts';
import { AppError, notFound } from '../../errors.ts';
import type { PromiseCaller } from '../../preflight/promise/promise-token-for.ts';
import { existingSite } from '../sites/site-lookup.ts';
import type { SiteRow } from '../sites/sites.table.ts';
import { chosenFixes } from './fix-choice.ts';
import { detailedJob, existingJob } from './job-lookup.ts';
import { keptTokenFor, retireToken, type TokenContext } from './job-tokens.ts';
import { insertFixes } from './preflight-fixes.queries.ts';
import type { PreflightFixesRow, PreflightJobRow } from './preflight.table.ts';

type Described = components['schemas'];

export interface ChosenFixes {
  readonly job: PreflightJobRow;
  readonly site: SiteRow;
  readonly fixes: readonly Described['PreflightFix'][];
}

/**
 * Of a job of the domain. Throws `not_found`, `conflict` where they cannot be delivered at all, `validation_error` and
 * `unprocessable`.
 */
export async function chooseFixes(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  { jobId, choices }: { readonly jobId: string; readonly choices: readonly Described['PreflightFixChoice'][] },
): Promise<ChosenFixes> {
  const job = await existingJob(db, domainId, jobId);
  if (job.status !== 'completed') throw new AppError('conflict', 'The job is not completed.');
  const site = await existingSite(db, domainId, job.site_id);
  if (site.fix_endpoint === null) throw new AppError('conflict', 'The site has no fix endpoint.');
  const { result } = await detailedJob(db, job);
  return { job, site, fixes: chosenFixes(result, choices) };
}

export interface FixesRequest {
  readonly caller: PromiseCaller;
  /** `X-Promise-Token` as it came. */
  readonly header: string | undefined;
}

/** Throws `not_found` for a job that is deleted meanwhile, `promise_token_missing`, `promise_token_invalid` and `unavailable`. */
export async function beginDelivery(
  context: TokenContext & Pick<AppContext, 'db' | 'jobEngine'>,
  { job, site, fixes }: ChosenFixes,
  { caller, header }: FixesRequest,
): Promise<PreflightFixesRow> {
  const id = randomUUID();
  const token = await keptTokenFor(context, site, { purpose: 'fixes', jobId: id, header, caller });
  const delivery = await insertFixes(context.db, {
    ...{ id, job_id: job.id, domain_id: job.domain_id, site_id: site.id, account_id: caller.authority.accountId },
    ...{ fixes: JSON.stringify(fixes), ...token },
  }).catch(async (failure: unknown) => {
    await retireToken(context, { purpose: 'fixes', id, site_id: site.id, ...token });
    // It may have expired while the issuer was asked, or gone with its site.
    throw violatedForeignKey(failure) === undefined ? failure : notFound('preflight job');
  });
  await context.jobEngine
    .send('preflight_fixes', id)
    .catch((error: unknown) => context.logger.error({ err: error, fix_id: id }, 'handing over fixes failed'));
  return delivery;
}
