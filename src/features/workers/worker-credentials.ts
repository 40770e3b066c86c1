import type { AppContext } from '../../context.ts';
import type { LeasePrincipal, WorkerPrincipal } from '../../principal.ts';
import { lookupDigests } from '../../secrets.ts';
import { findLeaseByLookup, findWorkerByLookup } from './workers.queries.ts';

type Needs = Pick<AppContext, 'db' | 'keys'>;

export async function findWorkerHolder({ db, keys }: Needs, token: string): Promise<WorkerPrincipal | undefined> {
  const row = await findWorkerByLookup(db, lookupDigests(keys, token));
  return row === undefined ? undefined : { kind: 'worker', workerId: row.id, name: row.name, platforms: row.platforms };
}

/**
 * A lease token opens its own lease's addresses and no other's. It stays known after the lease has ended or its worker
 * was revoked, so that a late write is told `lease_lost` instead of 401; whether the lease is held is decided in the
 * transaction of the write.
 */
export async function findLeaseHolder(
  { db, keys }: Needs,
  token: string,
  leaseId: number,
): Promise<LeasePrincipal | undefined> {
  if (!Number.isInteger(leaseId) || leaseId < 1 || leaseId > 2_147_483_647) return undefined;
  const row = await findLeaseByLookup(db, lookupDigests(keys, token), leaseId);
  return row && { kind: 'lease', leaseId: row.id, runId: row.run_id, attempt: row.attempt, workerId: row.worker_id };
}
