import type { AppContext } from '../../context.ts';
import { retireToken, type TokenContext } from './job-tokens.ts';
import { extendLease, failHeldWork, releaseLease, type HeldWork, type WorkFailure } from './leases.queries.ts';

export type WorkContext = TokenContext & Pick<AppContext, 'db' | 'settings'>;

const heartbeatMs = 2_000;
/** From the beginning of a job, or of a delivery, to its end, whatever happens. */
const lifeMs = 900_000;
export const workBounds = { attemptsMax: 3, lifeMs } as const;
export const leaseMs = 30_000;

/** Somebody else has the work, or nobody any more: what is left of it is of no use. */
export class WorkLost extends Error {
  override readonly name = 'WorkLost';
}

/** It cannot be done, however often it is tried. */
export class WorkImpossible extends Error {
  override readonly name = 'WorkImpossible';
  readonly failure: WorkFailure;

  constructor(failure: WorkFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Keeps what was claimed while it is performed. Throws what another attempt may overcome. */
export async function performHeld(
  context: WorkContext,
  work: HeldWork,
  signal: AbortSignal,
  perform: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { db, logger } = context;
  const losing = new AbortController();
  const heartbeat = setInterval(() => {
    extendLease(db, work, leaseMs).then(
      (isHeld) => isHeld || losing.abort(new WorkLost()),
      (error: unknown) => logger.warn({ err: error, job_id: work.id }, 'extending the lease of a job failed'),
    );
  }, heartbeatMs);
  try {
    await perform(AbortSignal.any([signal, losing.signal]));
  } catch (error) {
    await settle(context, work, error);
  } finally {
    clearInterval(heartbeat);
  }
}

async function settle(context: WorkContext, work: HeldWork, error: unknown): Promise<void> {
  if (error instanceof WorkLost) return;
  if (error instanceof WorkImpossible) return failWork(context, work, error.failure);
  await releaseLease(context.db, work);
  throw error;
}

/** By the attempt that holds it; with the token as it is kept now. */
export async function failWork(context: WorkContext, work: HeldWork, failure: WorkFailure): Promise<void> {
  const { id: job_id, purpose } = work;
  context.logger.warn({ job_id, purpose, code: failure.code }, 'a preflight job failed');
  if (await failHeldWork(context.db, work, failure)) await retireToken(context, work);
}
