import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { localRules } from '../../preflight/audits/local-rules.ts';
import type { PageCredential } from '../../preflight/fetching/page-fetch.ts';
import { runPreflight } from '../../preflight/run-preflight.ts';
import { existingSite } from '../sites/site-lookup.ts';
import { delegatedCredential } from './delegated-credential.ts';
import { retireToken } from './job-tokens.ts';
import { leaseMs, performHeld, workBounds, WorkLost, type WorkContext } from './leased-work.ts';
import { claimWork, completeJob, touchHeldWork, type ClaimedWork } from './leases.queries.ts';
import { deletePages, insertAudit, insertPage, listEarlierAudits } from './preflight-work.queries.ts';
import { openLinkHttp, openSiteHttp } from './site-access.ts';
import { storable } from './stored-result.ts';

type ClaimedJob = ClaimedWork<'preflight'>;

/**
 * Does a job unless it has ended or somebody is at it. Everything is written by the attempt that holds the job, so that
 * any number of processes may be told of it. Throws what another attempt may overcome.
 */
export async function performJob(context: WorkContext, jobId: string, signal: AbortSignal): Promise<void> {
  const job = await context.db.transaction().execute(async (trx) => {
    const claimed = await claimWork(trx, 'preflight', jobId, { ...workBounds, leaseMs });
    if (claimed !== undefined) await deletePages(trx, jobId);
    return claimed;
  });
  if (job !== undefined) await performHeld(context, job, signal, (held) => work(context, job, held));
}

async function work(context: WorkContext, job: ClaimedJob, signal: AbortSignal): Promise<void> {
  const { db, settings, logger } = context;
  const site = await existingSite(db, job.domain_id, job.site_id);
  const { authorization, kept } = await delegatedCredential(context, job, site);
  const credential = pageCredentialOf(job, authorization);
  await using http = openSiteHttp(settings, site);
  await using linkHttp = openLinkHttp(http, job.urls);
  const failed = (part: string, failure: unknown): void =>
    logger.warn({ err: failure, job_id: job.id, part }, 'a part of a preflight failed');
  const { urls, step, audits } = job;
  const [page] = await runPreflight(
    { urls, step, audits, credential },
    {
      ...{ http, linkHttp, suggester: localRules, signal, failed },
      ...(job.reuse ? { earlier: (digest: string) => listEarlierAudits(db, job, digest) } : {}),
      onPage: (position, { state, status = null, final_url = null }, digest) =>
        written(context, job, (trx) =>
          insertPage(trx, storable({ job_id: job.id, position, state, status, final_url, digest })),
        ),
      onAudit: (position, found, reused_from_job_id) => {
        const audit = { job_id: job.id, position, result: storable(found), reused_from_job_id };
        return written(context, job, (trx) => insertAudit(trx, audit));
      },
    },
  );
  if (page === undefined) throw new Error('a job has a page');
  if (!(await completeJob(db, job, page.profiling))) throw new WorkLost();
  await retireToken(context, { ...job, sealed_token: kept });
}

async function written(
  { db }: WorkContext,
  job: ClaimedJob,
  write: (trx: Transaction<Database>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await touchHeldWork(trx, job))) throw new WorkLost();
    await write(trx);
  });
}

function pageCredentialOf(
  { urls }: Pick<ClaimedJob, 'urls'>,
  authorization: string | undefined,
): PageCredential | undefined {
  if (authorization === undefined) return undefined;
  const origins = [...new Set(urls.map((url) => new URL(url).origin))];
  return { header: 'authorization', value: authorization, origins };
}
