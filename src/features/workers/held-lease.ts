import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { LeasePrincipal } from '../../principal.ts';
import { lockRun } from '../runs/run-lock.ts';
import type { RunRow } from '../runs/runs.table.ts';
import { findHeldLease } from './leases.queries.ts';
import type { LeaseRow } from './workers.table.ts';

export interface HeldLease {
  readonly run: RunRow;
  readonly lease: LeaseRow;
}

export function leaseLost(): AppError {
  return new AppError('lease_lost', 'This lease is no longer held; stop the work.');
}

/**
 * The fence of every worker write: the run is locked, and the lease is still this worker's, of the run's current attempt
 * and not over by the database's clock; otherwise nothing may be written.
 */
export async function requireHeldLease(trx: Transaction<Database>, principal: LeasePrincipal): Promise<HeldLease> {
  const run = await lockRun(trx, principal.runId);
  const lease = run && (await findHeldLease(trx, principal));
  if (run === undefined || lease === undefined) throw leaseLost();
  return { run, lease };
}
