import type { Logger } from 'pino';
import { ApiError } from '../sdk/api-error.ts';
import { failedCompletion } from './failed-completion.ts';
import { createLogSender, type LogSender } from './log-sender.ts';
import { executePlan, type RunTools } from './run-execution.ts';
import type { SampleCache } from './sample-cache.ts';
import type { SandboxLevel } from './sandbox-level.ts';
import { claimRun, linkLease, type Claim, type ClaimOffer, type LeaseLink } from './server-link.ts';

export interface WorkerParts {
  readonly url: string;
  readonly token: string;
  readonly platforms: ClaimOffer['platforms'];
  readonly sandbox: SandboxLevel;
  readonly samples: SampleCache;
  readonly workRoot: string;
  readonly logger: Logger;
  /** Stops the work: the run in hand is abandoned and taken up again by another lease. */
  readonly signal: AbortSignal;
}

const claimWaitMs = 20_000;

const isLeaseLost = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'lease_lost' || error.status === 401);

/** Claims and executes runs until the signal aborts, or once. Rejects when the server stays out of reach. */
export async function runClaimLoop(parts: WorkerParts, once: boolean): Promise<void> {
  const offer = {
    platforms: parts.platforms,
    sandbox: `${parts.sandbox.name}, ${parts.sandbox.identity}`,
    waitMs: claimWaitMs,
  };
  while (!parts.signal.aborted) {
    const claim = await claimRun(parts.url, parts.token, offer, parts.signal);
    if (claim !== undefined) await executeClaim(parts, claim);
    if (once) return;
  }
}

/** Keeps the lease alive; aborts the work when the lease is lost, the run was canceled or the server stays away. */
function keepLease(link: LeaseLink, everyMs: number, work: AbortController): NodeJS.Timeout {
  let beating = false;
  return setInterval(() => {
    if (beating) return;
    beating = true;
    void link
      .heartbeat()
      .then(({ cancel_requested }) => {
        if (cancel_requested) work.abort(new Error('the run was canceled'));
      })
      .catch((error: unknown) => work.abort(error))
      .finally(() => (beating = false));
  }, everyMs);
}

async function executeClaim(parts: WorkerParts, claim: Claim): Promise<void> {
  const logger = parts.logger.child({ run_id: claim.run_id, attempt: claim.attempt });
  const work = new AbortController();
  const signal = AbortSignal.any([parts.signal, work.signal]);
  const link = linkLease(parts.url, claim, signal);
  const heartbeat = keepLease(link, claim.heartbeat_ms, work);
  const log = createLogSender(link, (error) => work.abort(error));
  logger.info({ tests: claim.plan.tests.length }, 'claimed');
  try {
    log.write({
      level: 'info',
      source: 'worker',
      message: `Attempt ${claim.attempt}: ${claim.plan.tests.length} tests, sandbox ${parts.sandbox.name}`,
    });
    await executeAndComplete({ ...parts, link, log, signal }, claim, logger);
  } catch (error) {
    if (!signal.aborted && !isLeaseLost(error)) throw error;
    logger.warn({ err: parts.signal.aborted ? undefined : error }, 'the run was given up');
  } finally {
    clearInterval(heartbeat);
    log.stop();
  }
}

async function executeAndComplete(
  tools: RunTools & { readonly log: LogSender },
  claim: Claim,
  logger: Logger,
): Promise<void> {
  const failure = await executePlan(tools, claim.plan).then(
    () => undefined,
    (error: unknown) => {
      if (tools.signal.aborted || error instanceof ApiError || isUnreachable(error)) throw error;
      return error instanceof Error ? error : new Error(String(error));
    },
  );
  if (failure !== undefined) tools.log.write({ level: 'critical', source: 'worker', message: failure.message });
  await tools.log.flush();
  const end = failure === undefined ? { outcome: 'completed' as const } : failedCompletion(failure);
  const { status } = await tools.link.complete(end);
  logger.info({ status }, 'completed');
}

const isUnreachable = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed';
