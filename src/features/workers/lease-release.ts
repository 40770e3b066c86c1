import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { updateLeaseReleased } from './leases.queries.ts';

/** Ends the run's lease, if it has one. The caller holds the run's lock. */
export async function releaseHeldLease(trx: Transaction<Database>, runId: number): Promise<void> {
  await updateLeaseReleased(trx, runId);
}
