import type { AppContext } from '../../context.ts';
import type { LeasePrincipal } from '../../principal.ts';
import { endRun, lostAttemptsMax, requeueLostRun } from '../runs/run-lifecycle.ts';
import { lockRun } from '../runs/run-lock.ts';
import type { RunStatus } from '../results/verdict.ts';
import { recordInfrastructureFault } from '../errors/infrastructure-errors.ts';
import { leaseLost, requireHeldLease } from './held-lease.ts';
import { completionFault, lostWorkerFault, type WorkEnd } from './infrastructure-faults.ts';
import {
  findLeaseEnd,
  findLostLease,
  listRunsWithLostLease,
  updateHeldLeasesExtended,
  updateLeaseReleased,
  updateLeaseRenewed,
  type LeaseEnd,
} from './leases.queries.ts';
import { updateWorkerSeen } from './workers.queries.ts';

type Needs = Pick<AppContext, 'db' | 'settings'>;

export interface LeaseState {
  readonly expires_at: string;
  readonly cancel_requested: boolean;
}

/** Renews the lease. A worker whose run was canceled is told so; any other lease that is not held is lost. */
export async function renewLease({ db, settings }: Needs, principal: LeasePrincipal): Promise<LeaseState> {
  await updateWorkerSeen(db, principal.workerId);
  const expires_at = await updateLeaseRenewed(db, principal.leaseId, settings.leaseMs);
  if (expires_at !== undefined) return { expires_at, cancel_requested: false };
  const end = await findLeaseEnd(db, principal);
  if (end === undefined || end.ended !== 'canceled' || end.attempt !== principal.attempt) throw leaseLost();
  return { expires_at: end.expires_at, cancel_requested: true };
}

/** Ends the run under its lease. A repeat by the lease that ended it finds the status that was stored. */
export async function completeWork(
  { db }: Pick<AppContext, 'db'>,
  principal: LeasePrincipal,
  end: WorkEnd,
): Promise<RunStatus> {
  return db.transaction().execute(async (trx) => {
    // The lock comes first, so that a repeat that overtakes the answer to the first sees what the first stored.
    await lockRun(trx, principal.runId);
    const earlier = await findLeaseEnd(trx, principal);
    if (earlier !== undefined && isEndOfLease(earlier, principal)) return earlier.status;
    const { run } = await requireHeldLease(trx, principal);
    await updateLeaseReleased(trx, run.id);
    const completed = end.outcome === 'completed';
    const ended = await endRun(trx, run, completed ? 'completed' : 'infrastructure', {
      status: completed ? 'completed' : 'error',
      message: end.message ?? (completed ? 'Completed' : 'Ended by the worker'),
    });
    const fault = completionFault(ended, end);
    if (fault !== undefined) await recordInfrastructureFault(trx, fault);
    return ended.status;
  });
}

/** Whether this lease ended the run, instead of a cancellation or the loss of its worker. */
function isEndOfLease(end: LeaseEnd, { attempt }: LeasePrincipal): boolean {
  const byWorker = end.ended === 'completed' || (end.ended === 'infrastructure' && end.lost_attempts < lostAttemptsMax);
  return byWorker && end.released_at !== null && end.attempt === attempt;
}

const sweepMax = 100;

/** Queues again, or gives up, every run whose worker was lost. Several sweepers may run: each run is decided under its lock. */
export async function sweepLostLeases({ db, runWakeup }: Pick<AppContext, 'db' | 'runWakeup'>): Promise<number> {
  const runIds = await listRunsWithLostLease(db, sweepMax);
  for (const runId of runIds) {
    await db.transaction().execute(async (trx) => {
      const run = await lockRun(trx, runId);
      const lost = run && (await findLostLease(trx, runId));
      if (run === undefined || lost === undefined) return;
      await updateLeaseReleased(trx, runId);
      const left = await requeueLostRun(trx, run, 'The worker was lost');
      await recordInfrastructureFault(trx, lostWorkerFault(left, lost));
    });
  }
  if (runIds.length > 0) runWakeup.announce();
  return runIds.length;
}

/** At start: the time in which the server was down is not the workers' fault. */
export async function extendHeldLeases({ db, settings }: Needs): Promise<void> {
  await updateHeldLeasesExtended(db, settings.leaseMs);
}
