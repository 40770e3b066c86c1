import type { AppContext } from '../../context.ts';
import { discardContents } from '../files/discarded-contents.ts';
import { deleteRun, findDueRunForUpdate, listContentsOfRun } from './retention.queries.ts';

/** Room for requests between two runs. */
const restMs = 20;

/**
 * Deletes the runs that ended longer ago than the installation keeps them, one in each transaction, on any number of
 * replicas; counts them. Their bytes are looked after by the sweep of the store.
 */
export async function sweepRuns({
  db,
  settings,
  logger,
  stopping,
  runDeleted,
}: Pick<AppContext, 'db' | 'settings' | 'logger' | 'stopping' | 'runDeleted'>): Promise<number> {
  const { retentionDays } = settings;
  if (retentionDays === undefined) return 0;
  let [count, outputBytes] = [0, 0];
  while (!stopping.aborted) {
    const swept = await db.transaction().execute(async (trx) => {
      const due = await findDueRunForUpdate(trx, retentionDays);
      if (due === undefined) return undefined;
      await discardContents(trx, await listContentsOfRun(trx, due));
      return { deletedBytes: await deleteRun(trx, due) };
    });
    if (swept === undefined) break;
    if (swept.deletedBytes !== undefined) {
      runDeleted(swept.deletedBytes);
      count += 1;
      outputBytes += swept.deletedBytes;
    }
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
  if (count > 0) logger.info({ runs: count, output_bytes: outputBytes, days: retentionDays }, 'old runs deleted');
  return count;
}
