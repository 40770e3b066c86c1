import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { findRunForUpdate } from './runs.queries.ts';
import type { RunRow } from './runs.table.ts';

/** Takes the run's lock. Everything that changes a run, its lease, results or log takes this lock first, so that none waits in a circle. */
export async function lockRun(
  trx: Transaction<Database>,
  runId: number,
  domainId?: number,
): Promise<RunRow | undefined> {
  return findRunForUpdate(trx, runId, domainId);
}
