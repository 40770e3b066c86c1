import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { localRules } from '../../preflight/audits/local-rules.ts';
import type { PageCredential } from '../../preflight/fetching/page-fetch.ts';
import { openPromiseToken, promiseTokenOf, sealPromiseToken } from '../../preflight/promise/promise-token.ts';
import { runPreflight } from '../../preflight/run-preflight.ts';
import { existingSite } from '../sites/site-lookup.ts';
import type { SiteRow } from '../sites/sites.table.ts';
import { retireToken, tokenOwner, type TokenContext } from './job-tokens.ts';
import {
  claimJob,
  completeJob,
  extendLease,
  failHeldJob,
  insertAudit,
  insertPage,
  releaseLease,
  touchHeldJob,
  updateSealedToken,
  type JobFailure,
} from './preflight-work.queries.ts';
import type { PreflightJobRow } from './preflight.table.ts';
import { openLinkHttp, openSiteHttp } from './site-access.ts';
import { storable } from './stored-result.ts';

type WorkContext = TokenContext & Pick<AppContext, 'db' | 'settings'>;

const leaseMs = 30_000;
const heartbeatMs = 2_000;
/** From the beginning of a job to its end, whatever happens. */
const lifeMs = 900_000;
export const jobBounds = { attemptsMax: 3, lifeMs } as const;

/** Somebody else has the job, or nobody any more: what is left of the work is of no use. */
class JobLost extends Error {
  override readonly name = 'JobLost';
}

/** The job cannot be done, however often it is tried. */
class JobImpossible extends Error {
  override readonly name = 'JobImpossible';
  readonly failure: JobFailure;

  constructor(failure: JobFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * Does a job unless it has ended or somebody is at it. Everything is written by the attempt that holds the job, so that
 * any number of processes may be told of it. Throws what another attempt may overcome.
 */
export async function performJob(context: WorkContext, jobId: string, signal: AbortSignal): Promise<void> {
  const { db, logger } = context;
  const job = await db.transaction().execute((trx) => claimJob(trx, jobId, { ...jobBounds, leaseMs }));
  if (job === undefined) return;
  const losing = new AbortController();
  const heartbeat = setInterval(() => {
    extendLease(db, job, leaseMs).then(
      (isHeld) => isHeld || losing.abort(new JobLost()),
      (error: unknown) => logger.warn({ err: error, job_id: jobId }, 'extending the lease of a job failed'),
    );
  }, heartbeatMs);
  try {
    await work(context, job, AbortSignal.any([signal, losing.signal]));
  } catch (error) {
    await settle(context, job, error);
  } finally {
    clearInterval(heartbeat);
  }
}

async function settle(context: WorkContext, job: PreflightJobRow, error: unknown): Promise<void> {
  if (error instanceof JobLost) return;
  if (!(error instanceof JobImpossible)) {
    await releaseLease(context.db, job);
    throw error;
  }
  context.logger.warn({ job_id: job.id, code: error.failure.code }, 'a preflight job failed');
  if (await failHeldJob(context.db, job, error.failure)) await retireToken(context, job);
}

async function work(context: WorkContext, job: PreflightJobRow, signal: AbortSignal): Promise<void> {
  const { db, settings, logger } = context;
  const site = await existingSite(db, job.domain_id, job.site_id);
  const { credential, kept } = await credentialOf(context, job, site);
  await using http = openSiteHttp(settings, site);
  await using linkHttp = openLinkHttp(http, job.urls);
  const failed = (part: string, failure: unknown): void =>
    logger.warn({ err: failure, job_id: job.id, part }, 'a part of a preflight failed');
  const { urls, step, audits } = job;
  const [page] = await runPreflight(
    { urls, step, audits, credential },
    {
      ...{ http, linkHttp, suggester: localRules, signal, failed },
      onPage: (position, { state, status = null, final_url = null }) =>
        written(context, job, (trx) =>
          insertPage(trx, storable({ job_id: job.id, position, state, status, final_url })),
        ),
      onAudit: (position, result) =>
        written(context, job, (trx) => insertAudit(trx, { job_id: job.id, position, result: storable(result) })),
    },
  );
  if (page === undefined) throw new Error('a job has a page');
  if (!(await completeJob(db, job, page.profiling))) throw new JobLost();
  await retireToken(context, { ...job, sealed_token: kept });
}

async function written(
  { db }: WorkContext,
  job: PreflightJobRow,
  write: (trx: Transaction<Database>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await touchHeldJob(trx, job))) throw new JobLost();
    await write(trx);
  });
}

interface JobCredential {
  readonly credential: PageCredential | undefined;
  /** The promise token as it is kept now. */
  readonly kept: string | null;
}

/** The exchange comes first, and what it rolled is kept before anything else is done. */
async function credentialOf(context: WorkContext, job: PreflightJobRow, site: SiteRow): Promise<JobCredential> {
  if (job.sealed_token === null) return { credential: undefined, kept: null };
  const { promiseIssuer, sealing, db } = context;
  const opened = openPromiseToken(sealing, job.sealed_token, tokenOwner(job), Date.now());
  if (opened.kind === 'key_unavailable') throw new JobImpossible(failures.keyUnavailable);
  if (opened.kind === 'not_authentic') throw new JobImpossible(failures.tokenUnreadable);
  const exchanged = await promiseIssuer.exchange(opened.token.promise_token);
  if (exchanged.kind === 'refused') throw new JobImpossible(failures.needsReauthentication);
  if (exchanged.kind === 'unavailable')
    throw new Error(`the issuer of promise tokens does not answer: ${exchanged.why}`);
  const lifeLeft = exchanged.promise_token_expires_in ?? opened.token.expires_in;
  const rolled = promiseTokenOf(exchanged.promise_token, lifeLeft);
  const kept = sealPromiseToken(sealing, rolled, tokenOwner(job), Date.now());
  if (!(await updateSealedToken(db, job, kept))) throw new JobLost();
  // Author and publish servers of this kind take standard credentials, all others the scheme of their vendor.
  const scheme = site.delivery_type === 'aem_cs' ? 'Bearer' : 'token';
  const origins = [...new Set(job.urls.map((url) => new URL(url).origin))];
  return { credential: { header: 'authorization', value: `${scheme} ${exchanged.access_token}`, origins }, kept };
}

const failures = {
  keyUnavailable: { code: 'key_unavailable', message: 'The key that the promise token is sealed with is not there.' },
  tokenUnreadable: { code: 'token_unreadable', message: 'What is kept of the promise token cannot be read.' },
  needsReauthentication: {
    code: 'needs_reauthentication',
    message: 'The promise token does not count any more. Begin another job with a new one.',
  },
} as const;
