import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countWorkers, listWorkersPage } from '../workers.queries.ts';
import { toWorker } from '../workers.view.ts';

export const listWorkers: Operation<'listWorkers'> = async ({ db, settings }, { query }) => {
  const rows = await listWorkersPage(db, query, settings.leaseMs);
  const workers = rows.map((row) => toWorker(row, row.live));
  return { status: 200, body: pageOf(workers, query, await countWorkers(db)) };
};
