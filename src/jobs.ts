import type { AppContext } from './context.ts';
import { sweepDiscardedContents } from './features/files/discarded-contents.ts';
import { sweepLostLeases } from './features/workers/lease-keeping.ts';

export interface Jobs {
  /** Resolves when no job is at work any more. */
  stop(): Promise<void>;
}

const leaseSweepMsMax = 5_000;
const discardSweepMs = 3_600_000;

/** Background work of this process. Each job may run on several replicas at once: the rows' locks decide. */
export function startJobs(context: AppContext): Jobs {
  const leaseSweepMs = Math.min(leaseSweepMsMax, Math.floor(context.settings.leaseMs / 4));
  const jobs = [
    repeat(context, leaseSweepMs, 'the sweep of lost leases failed', () => sweepLostLeases(context)),
    repeat(context, discardSweepMs, 'the sweep of discarded contents failed', () => sweepDiscardedContents(context)),
  ];
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
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
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    working = job()
      .catch((error: unknown) => logger.error({ err: error }, failure))
      .finally(() => (busy = false));
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
