import type { JobEngine } from './background/job-engine.ts';
import type { AppContext } from './context.ts';
import { deliverMail } from './features/accounts/mail-delivery.ts';
import { sweepPromiseTokens } from './features/promise-tokens/built-in-issuer.ts';
import { sweepRuns } from './features/runs/retention.ts';
import { sweepStore } from './features/files/discarded-contents.ts';
import { performDelivery } from './features/preflight/fix-delivery.ts';
import { performJob } from './features/preflight/job-execution.ts';
import { sweepExpiredJobs, sweepJobs } from './features/preflight/job-sweep.ts';
import { deliverReports, sweepReports } from './features/reports/report-delivery.ts';
import { sweepEvents } from './features/webhooks/receive-event.ts';
import { sweepDeprecatedUses } from './features/system/deprecated-uses.ts';
import { probeSamples } from './features/samples/media-probing.ts';
import type { TokenUsage } from './features/tokens/token-usage.ts';
import { sweepLostLeases } from './features/workers/lease-keeping.ts';
import { createGithubApp } from './forge/github-app.ts';
import type { MailTransport } from './mail/mail-transport.ts';
import type { MediaProbe } from './media/media-probe.ts';

export interface Jobs {
  /** Resolves when no job is at work any more. */
  stop(): Promise<void>;
}

const leaseSweepMsMax = 5_000;
/** Not right after the request: when a mail goes out must not depend on whether there is somebody to write to. */
const mailMs = 500;
const reportMs = 2_000;
const mediaMs = 500;
const tokenUsageMs = 60_000;
const storeSweepMs = 3_600_000;
const preflightSweepMs = 5_000;
/** They wait for pages most of the time. */
const preflightsAtOnce = 4;
const runSweepMs = 600_000;
const reportSweepMs = 600_000;
/** After a failure: what is gone, such as the database, seldom comes back within one interval. */
const failurePauseMs = 5_000;

/** Background work of this process. Each job may run on several replicas at once: the rows' locks decide. */
export function startJobs(context: AppContext, mail: MailTransport, media: MediaProbe | undefined): Jobs {
  const { forgeApp } = context.settings;
  const app = forgeApp && createGithubApp(forgeApp, context.logger);
  const leaseSweepMs = Math.min(leaseSweepMsMax, Math.floor(context.settings.leaseMs / 4));
  const jobs = [
    repeat(context, leaseSweepMs, 'the sweep of lost leases failed', () => sweepLostLeases(context)),
    repeat(context, storeSweepMs, 'the sweep of the store failed', () => sweepStore(context)),
    repeat(context, runSweepMs, 'the deletion of old runs failed', () => sweepRuns(context)),
    repeat(context, mailMs, 'the delivery of mail failed', () => deliverMail(context, mail)),
    repeat(context, storeSweepMs, 'the sweep of events failed', () => sweepEvents(context)),
    repeat(context, storeSweepMs, 'the sweep of deprecated uses failed', () => sweepDeprecatedUses(context)),
    repeat(context, storeSweepMs, 'the sweep of promise tokens failed', () => sweepPromiseTokens(context)),
    repeat(context, reportSweepMs, 'the sweep of reports failed', () => sweepReports(context)),
    ...(app === undefined
      ? []
      : [repeat(context, reportMs, 'the delivery of reports failed', () => deliverReports(context, app))]),
    repeat(context, preflightSweepMs, 'the sweep of preflight jobs failed', () => sweepJobs(context)),
    repeat(context, storeSweepMs, 'the deletion of old preflight jobs failed', () => sweepExpiredJobs(context)),
    repeat(context, mediaMs, 'looking into samples failed', () => probeSamples(context, media)),
  ];
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

/** Takes the jobs that the engine carries, until the engine stops. */
export async function takeJobs(context: AppContext, engine: JobEngine): Promise<void> {
  const options = { atOnce: preflightsAtOnce, exhausted: () => sweepJobs(context) };
  await engine.work('preflight', options, (jobId, signal) => performJob(context, jobId, signal));
  await engine.work('preflight_fixes', options, (fixId, signal) => performDelivery(context, fixId, signal));
}

/** In every process that answers requests: each knows of its own. What is left is recorded at the stop. */
export function startUsageRecords(context: Pick<AppContext, 'logger'>, usage: TokenUsage): Jobs {
  const failure = 'recording the use of tokens failed';
  const records = repeat(context, tokenUsageMs, failure, usage.flush);
  return {
    stop: async () => {
      await records.stop();
      await usage.flush().catch((error: unknown) => context.logger.error({ err: error }, failure));
    },
  };
}

/** One after another, and never two at once. */
function repeat(
  { logger }: Pick<AppContext, 'logger'>,
  everyMs: number,
  failure: string,
  job: () => Promise<unknown>,
): Jobs {
  let working: Promise<unknown> = Promise.resolve();
  let busy = false;
  let pausedUntilMs = 0;
  const timer = setInterval(() => {
    if (busy || performance.now() < pausedUntilMs) return;
    busy = true;
    working = job()
      .catch((error: unknown) => {
        pausedUntilMs = performance.now() + failurePauseMs;
        logger.error({ err: error }, failure);
      })
      .finally(() => (busy = false));
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
