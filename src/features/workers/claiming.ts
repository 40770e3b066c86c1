import type { Transaction } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { WorkerPrincipal } from '../../principal.ts';
import { lookupDigest, newToken } from '../../secrets.ts';
import { openPlatforms } from '../system/maintenance.ts';
import { claimNextRun, noteRunEvent } from '../runs/run-lifecycle.ts';
import type { RunRow } from '../runs/runs.table.ts';
import { insertLease } from './leases.queries.ts';
import { findPlannedBuild, listRemainingTests, type PlannedBuildRow, type RemainingTest } from './plan.queries.ts';
import type { LeaseRow } from './workers.table.ts';
import { findEnrolledWorkerForShare, updateWorkerSeen } from './workers.queries.ts';

type Needs = Pick<AppContext, 'db' | 'keys' | 'settings' | 'runWakeup' | 'stopping'>;
type ClaimRequest = components['schemas']['ClaimRequest'];

export interface ClaimedRun {
  readonly run: RunRow;
  readonly lease: LeaseRow;
  readonly token: string;
  readonly build: PlannedBuildRow;
  readonly tests: readonly RemainingTest[];
}

/** Another replica may have queued a run without this process hearing of it. */
const pollMs = 1000;

/** Leases the next run that fits, waiting for one up to `wait_ms`; undefined when none came. */
export async function claimRun(
  context: Needs,
  worker: WorkerPrincipal,
  request: ClaimRequest,
  signal: AbortSignal,
): Promise<ClaimedRun | undefined> {
  const foreign = request.platforms.filter((platform) => !worker.platforms.includes(platform));
  if (foreign.length > 0)
    throw new AppError('forbidden', 'The worker is not enrolled for that platform.', { platforms: foreign });
  const { input_types, output_types, sandbox = null } = request;
  await updateWorkerSeen(context.db, worker.workerId, { input_types, output_types, sandbox });
  const until = performance.now() + request.wait_ms;
  const ended = AbortSignal.any([signal, context.stopping]);
  while (true) {
    const claimed = await claimOnce(context, worker, request);
    const leftMs = until - performance.now();
    if (claimed !== undefined || leftMs <= 0 || ended.aborted) return claimed;
    await context.runWakeup.wait(Math.min(leftMs, pollMs), ended);
  }
}

async function claimOnce(
  context: Needs,
  worker: WorkerPrincipal,
  request: ClaimRequest,
): Promise<ClaimedRun | undefined> {
  const offered = [
    ...request.input_types.map((type) => `in:${type}`),
    ...request.output_types.map((type) => `out:${type}`),
  ];
  return context.db.transaction().execute(async (trx) => {
    // Asked each time: a claim that waits was authenticated up to half a minute ago.
    if ((await findEnrolledWorkerForShare(trx, worker.workerId)) === undefined)
      throw new AppError('unauthorized', 'The worker was revoked.');
    const platforms = await openPlatforms(trx, request.platforms);
    const run = platforms.length === 0 ? undefined : await claimNextRun(trx, platforms, offered);
    if (run === undefined) return undefined;
    const { lease, token } = await openLease(trx, context, worker, run);
    await noteRunEvent(trx, run, { status: 'preparation', message: `Claimed by worker ${worker.name}` });
    return {
      run,
      lease,
      token,
      build: await findPlannedBuild(trx, run.id),
      tests: await listRemainingTests(trx, run.id),
    };
  });
}

async function openLease(
  trx: Transaction<Database>,
  { keys, settings }: Pick<Needs, 'keys' | 'settings'>,
  worker: WorkerPrincipal,
  run: RunRow,
): Promise<{ lease: LeaseRow; token: string }> {
  const token = newToken('spcl');
  const key = keys.active;
  const lease = {
    run_id: run.id,
    worker_id: worker.workerId,
    attempt: run.attempt,
    lookup: lookupDigest(key, token),
    lookup_kid: key.kid,
  };
  return { lease: await insertLease(trx, lease, settings.leaseMs), token };
}
