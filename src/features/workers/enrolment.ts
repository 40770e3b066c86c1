import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { AppError, notFound } from '../../errors.ts';
import { lookupDigest, newToken } from '../../secrets.ts';
import { sweepLostLeases } from './lease-keeping.ts';
import { insertWorker, updateWorkerRevoked } from './workers.queries.ts';
import type { WorkerRow } from './workers.table.ts';

/** The token is shown this once; the row keeps its keyed digest. */
export async function enrolWorker(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  { name, platforms }: components['schemas']['WorkerCreateRequest'],
): Promise<{ worker: WorkerRow; token: string }> {
  const token = newToken('spcw');
  const key = keys.active;
  const row = { name, platforms, lookup: lookupDigest(key, token), lookup_kid: key.kid };
  const worker = await insertWorker(db, row).catch((error: unknown) => {
    if (violatedUniqueKey(error) === 'workers_name_key') throw new AppError('conflict', 'A worker has this name.');
    throw error;
  });
  return { worker, token };
}

/** The worker's leases count as lost at once; its runs are queued again. */
export async function revokeWorker(context: Pick<AppContext, 'db' | 'runWakeup'>, workerId: number): Promise<void> {
  if (!(await updateWorkerRevoked(context.db, workerId))) throw notFound('worker');
  await sweepLostLeases(context);
}
