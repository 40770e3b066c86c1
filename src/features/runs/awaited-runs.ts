import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import {
  deleteAwaitedRuns,
  deleteAwaitedRunsOf,
  deleteOldAwaitedRuns,
  hasRunOf,
  insertAwaitedRun,
  lockBuiltCommit,
  type AwaitedFilter,
  type BuiltCommit,
} from './awaited-runs.queries.ts';
import { planRun, type RunToPlan } from './run-creation.ts';
import { findBuildOfCommit } from './runs.queries.ts';

type Trx = Transaction<Database>;
type AwaitedRun = Omit<RunToPlan, 'build_id' | 'account_id' | 'regression_test_ids'>;

export type { BuiltCommit };

/** A build that does not come in a week does not come. */
const awaitedDays = 7;

/**
 * A run of every active test at a commit: now where its build is there, in the name of who uploaded it, and otherwise
 * with the upload. A commit that has one already gets no other.
 */
export async function awaitRun(trx: Trx, run: AwaitedRun): Promise<'none' | 'awaited' | { readonly runId: number }> {
  await lockBuiltCommit(trx, run);
  if (await hasRunOf(trx, run, run.pr_number)) return 'none';
  const build = await findBuildOfCommit(trx, run);
  if (build === undefined) return (await insertAwaitedRun(trx, run)) ? 'awaited' : 'none';
  const runId = await planIfAny(trx, { ...run, build_id: build.id, account_id: build.account_id });
  return runId === undefined ? 'none' : { runId };
}

/** In the transaction that stores the build, before it is stored. */
export async function expectBuild(trx: Trx, commit: BuiltCommit): Promise<void> {
  await lockBuiltCommit(trx, commit);
}

/** The runs that waited for the build. */
export async function startAwaitedRuns(
  trx: Trx,
  build: BuiltCommit & { readonly id: number; readonly account_id: number },
): Promise<number[]> {
  const runIds: number[] = [];
  for (const { id: _id, created_at: _createdAt, ...run } of await deleteAwaitedRunsOf(trx, build)) {
    const runId = await planIfAny(trx, { ...run, build_id: build.id, account_id: build.account_id });
    if (runId !== undefined) runIds.push(runId);
  }
  return runIds;
}

/** How many runs are not awaited any more. */
export async function forgetAwaitedRuns(trx: Trx, filter: AwaitedFilter): Promise<number> {
  return deleteAwaitedRuns(trx, filter);
}

export async function sweepAwaitedRuns(db: Kysely<Database>): Promise<void> {
  await deleteOldAwaitedRuns(db, awaitedDays);
}

/** Undefined where no run can be planned, as without active tests: nobody is there to be told. */
async function planIfAny(trx: Trx, run: RunToPlan): Promise<number | undefined> {
  try {
    return await planRun(trx, run);
  } catch (failure) {
    if (failure instanceof AppError && failure.code === 'unprocessable') return undefined;
    throw failure;
  }
}
