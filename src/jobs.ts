import type { AppContext } from './context.ts';
import { sweepLostLeases } from './features/workers/lease-keeping.ts';

export interface Jobs {
  /** Resolves when no job is at work any more. */
  stop(): Promise<void>;
}

const sweepMsMax = 5_000;

/** Background work of this process. Each job may run on several replicas at once: the rows' locks decide. */
export function startJobs(context: AppContext): Jobs {
  const everyMs = Math.min(sweepMsMax, Math.floor(context.settings.leaseMs / 4));
  let working: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    working = sweepLostLeases(context)
      .catch((error: unknown) => context.logger.error({ err: error }, 'the sweep of lost leases failed'))
      .finally(() => (busy = false));
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
