import { randomUUID } from 'node:crypto';
import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { violatedForeignKey } from '../../db/postgres-errors.ts';
import { AppError, invalidFields, notFound } from '../../errors.ts';
import { probeAuthentication } from '../../preflight/fetching/authentication-probe.ts';
import type { PromiseCaller } from '../../preflight/promise/promise-token-for.ts';
import { reportedUrl } from '../../preflight/run-preflight.ts';
import { hasRun } from '../runs/run-lookup.ts';
import { siteOfPage } from '../sites/site-lookup.ts';
import type { SiteRow } from '../sites/sites.table.ts';
import { keptTokenFor, noToken, retireToken, type TokenContext } from './job-tokens.ts';
import { insertJob } from './preflight-jobs.queries.ts';
import type { EndedWork, PreflightJobRow } from './preflight.table.ts';
import { openSiteHttp } from './site-access.ts';

type CreationContext = TokenContext & Pick<AppContext, 'db' | 'settings' | 'jobEngine'>;

export interface JobRequest {
  readonly given: components['schemas']['PreflightJobRequest'];
  readonly caller: PromiseCaller;
  /** `X-Promise-Token` as it came. */
  readonly header: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Checks everything before anybody is asked, and asks for a token before the site is asked. Throws `validation_error`,
 * `not_found` (no such site), `unprocessable` (pages of another site, no such run), `promise_token_missing`,
 * `promise_token_invalid`, `site_unclear` and `unavailable`.
 */
export async function createJob(context: CreationContext, request: JobRequest): Promise<PreflightJobRow> {
  const { given, caller, header } = request;
  const { domainId } = caller.authority;
  const [first] = checkedUrls(given.urls);
  const site = await siteOfPage(context.db, domainId, {
    url: first,
    ...(given.site_id === undefined ? {} : { siteId: given.site_id }),
  });
  if (given.run_id !== undefined && !(await hasRun(context.db, domainId, given.run_id))) throw noRun(given.run_id);
  const id = randomUUID();
  const token = await keptTokenFor(context, site, { purpose: 'preflight', jobId: id, header, caller });
  const work = { purpose: 'preflight' as const, id, site_id: site.id, ...token };
  const job = await begunJob(context, request, { site, first, work }).catch(async (failure: unknown) => {
    await retireToken(context, work);
    throw missingIn(failure, given);
  });
  await context.jobEngine
    .send('preflight', id)
    .catch((error: unknown) => context.logger.error({ err: error, job_id: id }, 'handing over a job failed'));
  return job;
}

interface JobToBegin {
  readonly site: SiteRow;
  readonly first: URL;
  /** What is to be cleared away should there be no job, or no need of a token. */
  readonly work: EndedWork;
}

async function begunJob(
  context: CreationContext,
  { given, caller, signal }: JobRequest,
  { site, first, work }: JobToBegin,
): Promise<PreflightJobRow> {
  const isRequired = await authenticationOf(context, site, { url: first.href, signal });
  if (!isRequired) await retireToken(context, work);
  const { id, sealed_token, token_minted } = work;
  return insertJob(context.db, {
    id,
    domain_id: site.domain_id,
    site_id: site.id,
    run_id: given.run_id ?? null,
    account_id: caller.authority.accountId,
    step: given.step.toLowerCase() === 'suggest' ? 'suggest' : 'identify',
    urls: given.urls,
    audits: site.enabled_checks,
    authentication_required: isRequired,
    reuse: given.reuse,
    ...(isRequired ? { sealed_token, token_minted } : noToken),
  });
}

const noRun = (id: number): AppError => new AppError('unprocessable', 'There is no such run.', { unknown_ids: [id] });

/** What was there when it was looked up may have been deleted while others were asked. */
function missingIn(failure: unknown, { run_id }: JobRequest['given']): unknown {
  const key = violatedForeignKey(failure);
  if (key === 'preflight_jobs_site_id_fkey') return notFound('site');
  return key === 'preflight_jobs_run_id_fkey' && run_id !== undefined ? noRun(run_id) : failure;
}

const urlFault = (url: URL, first: URL): string | undefined => {
  if (url.username !== '' || url.password !== '') return 'must not have credentials in it';
  return url.origin === first.origin ? undefined : `must be of the scheme, host and port of the first, ${first.origin}`;
};

/** Equal for what the result would call the same. */
const pageOf = (url: URL): string => reportedUrl(url.href.replace(/#.*$/, ''));

function checkedUrls(texts: readonly string[]): readonly [URL, ...URL[]] {
  const urls = texts.map((text) => (URL.canParse(text) ? new URL(text) : undefined));
  const [first] = urls;
  const faults: Record<string, string[]> = {};
  const seen = new Set<string>();
  for (const [index, url] of urls.entries()) {
    const fault = url === undefined ? 'must be an address' : urlFault(url, first ?? url);
    const isTwice = url !== undefined && seen.has(pageOf(url));
    if (url !== undefined) seen.add(pageOf(url));
    if (fault !== undefined || isTwice) faults[`body.urls[${index}]`] = [fault ?? 'must not be given twice'];
  }
  if (first === undefined || Object.keys(faults).length > 0) throw invalidFields(faults);
  return [first, ...urls.slice(1).filter((url) => url !== undefined)];
}

/** Whether the page wants a credential; asked without one, and once. */
async function authenticationOf(
  { settings }: Pick<AppContext, 'settings'>,
  site: SiteRow,
  { url, signal }: { readonly url: string; readonly signal: AbortSignal },
): Promise<boolean> {
  await using http = openSiteHttp(settings, site);
  const probed = await probeAuthentication(http, url, { signal });
  if (probed.kind === 'known') return probed.isRequired;
  throw new AppError('site_unclear', 'The page does not tell whether it wants a credential.', { why: probed.why });
}
