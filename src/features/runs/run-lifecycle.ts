import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import type { Platform } from '../../principal.ts';
import { judgeRun, type RunStatus } from '../results/verdict.ts';
import { recordRunEvent } from './run-events.ts';
import { noticeRun } from './run-notices.ts';
import {
  claimQueuedRun,
  countResults,
  findRunForUpdate,
  listQueuedRunsForUpdate,
  updatePlannedBaseline,
  updatePlannedContents,
  updateRun,
  type NewRunEvent,
} from './runs.queries.ts';
import type { PlannedOutputRow, RunEnd, RunRow } from './runs.table.ts';

type Trx = Transaction<Database>;

/** Lost attempts in a row without a single new result after which a run is given up as infrastructure's fault. */
export const lostAttemptsMax = 3;

const isOpen = (run: RunRow): boolean => run.ended === null;

/**
 * Writes the run's counters and its status, both from what is stored, in the caller's transaction. The caller holds the
 * run's lock.
 */
export async function settleRun(trx: Trx, run: RunRow, ended: RunEnd | null): Promise<RunRow> {
  const counts = await countResults(trx, run.id);
  const reported_count = counts.pass_count + counts.fail_count + counts.missing_output_count + counts.skipped_count;
  const account = { planned_count: run.planned_count, ...counts, reported_count };
  const status = judgeRun({ ...account, started: run.status !== 'queued', ended });
  const progressed = reported_count > run.reported_count;
  return updateRun(trx, run.id, {
    ...counts,
    reported_count,
    status,
    ended,
    lost_attempts: progressed ? 0 : run.lost_attempts,
  });
}

/** Ends an open run; its verdict is stored with the event that ended it. */
export async function endRun(trx: Trx, run: RunRow, ended: RunEnd, event: NewRunEvent): Promise<RunRow> {
  const settled = await settleRun(trx, run, ended);
  const done = await updateRun(trx, run.id, { status: settled.status }, 'completed_at');
  await recordRunEvent(trx, done, event);
  await noticeRun(trx, run.id);
  return done;
}

/** The oldest queued run that fits, now running its next attempt. */
export async function claimNextRun(
  trx: Trx,
  platforms: readonly Platform[],
  offeredTypes: readonly string[],
): Promise<RunRow | undefined> {
  return claimQueuedRun(trx, platforms, offeredTypes);
}

export async function noteRunEvent(trx: Trx, run: RunRow, event: NewRunEvent): Promise<void> {
  await recordRunEvent(trx, run, event);
}

const endings = { completed: 'completed', canceled: 'canceled', infrastructure: 'error' } as const;

/** That an ended run was judged again, and why: its verdict may be another one now. */
export async function noteReEvaluation(trx: Trx, before: RunRow, after: RunRow, why: string): Promise<void> {
  const status = endings[after.ended ?? 'completed'];
  await recordRunEvent(trx, after, { status, message: `${why}: ${before.status} is now ${after.status}` });
}

/** From now on this run expects that content of the output; only a recorded approval from the run, or its undoing, does this. */
export async function expectInRun(
  trx: Trx,
  runId: number,
  output: { readonly regression_test_id: number; readonly output_id: number; readonly sha256: string | null },
): Promise<void> {
  await updatePlannedBaseline(trx, runId, output);
}

/** From now on this run expects of these outputs what is accepted now; only a recorded re-evaluation does this. */
export async function expectNowInRun(
  trx: Trx,
  runId: number,
  outputs: readonly Pick<PlannedOutputRow, 'output_id' | 'baseline_sha256' | 'variant_sha256s'>[],
): Promise<void> {
  await updatePlannedContents(trx, runId, outputs);
}

/** The worker was lost: another attempt, keeping the results that are there, or the end after too many in vain. */
export async function requeueLostRun(trx: Trx, run: RunRow, why: string): Promise<RunRow> {
  const lost_attempts = run.lost_attempts + 1;
  const counted = await updateRun(trx, run.id, { lost_attempts });
  if (lost_attempts >= lostAttemptsMax)
    return endRun(trx, counted, 'infrastructure', {
      status: 'error',
      message: `${why}; given up after ${lost_attempts} lost attempts`,
    });
  const queued = await updateRun(trx, run.id, { status: 'queued' }, 'queued_at');
  await recordRunEvent(trx, queued, { status: 'queued', message: `${why}; queued again` });
  return queued;
}

export interface RunAction {
  readonly accepted: boolean;
  readonly status: RunStatus;
}

/** `releaseLease` ends the lease in the same transaction, so that the worker's later writes are refused. */
export async function cancelRun(
  { db }: Pick<AppContext, 'db'>,
  target: { readonly domainId: number; readonly runId: number; readonly message: string },
  releaseLease: (trx: Trx, runId: number) => Promise<void>,
): Promise<RunAction> {
  return db.transaction().execute(async (trx) => {
    const run = await findRunForUpdate(trx, target.runId, target.domainId);
    if (run === undefined) throw notFound('run');
    if (!isOpen(run)) return { accepted: false, status: run.status };
    await releaseLease(trx, run.id);
    const ended = await endRun(trx, run, 'canceled', { status: 'canceled', message: target.message });
    return { accepted: true, status: ended.status };
  });
}

/** Cancels what nobody has claimed yet, of a pull request or of somebody at GitHub; the ids of the runs. */
export async function cancelQueuedRuns(
  trx: Trx,
  target: Parameters<typeof listQueuedRunsForUpdate>[1],
  message: string,
): Promise<number[]> {
  const runs = await listQueuedRunsForUpdate(trx, target);
  for (const run of runs) await endRun(trx, run, 'canceled', { status: 'canceled', message });
  return runs.map(({ id }) => id);
}

/** `clearResults` deletes the run's results in the same transaction; manifest, history and log stay. */
export async function restartRun(
  { db, runWakeup }: Pick<AppContext, 'db' | 'runWakeup'>,
  target: { readonly domainId: number; readonly runId: number; readonly message: string },
  clearResults: (trx: Trx, runId: number) => Promise<void>,
): Promise<RunAction> {
  const action = await db.transaction().execute(async (trx): Promise<RunAction> => {
    const run = await findRunForUpdate(trx, target.runId, target.domainId);
    if (run === undefined) throw notFound('run');
    if (isOpen(run)) return { accepted: false, status: run.status };
    await clearResults(trx, run.id);
    const cleared = {
      status: 'queued',
      ended: null,
      lost_attempts: 0,
      reported_count: 0,
      pass_count: 0,
      fail_count: 0,
      missing_output_count: 0,
      skipped_count: 0,
      error_count: 0,
      duration_ms: null,
      started_at: null,
      completed_at: null,
    } as const;
    const queued = await updateRun(trx, run.id, cleared, 'queued_at');
    await recordRunEvent(trx, queued, { status: 'queued', message: target.message });
    return { accepted: true, status: queued.status };
  });
  if (action.accepted) runWakeup.announce();
  return action;
}
