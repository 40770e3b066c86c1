import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countOpenRuns, listOpenRuns } from '../queue-reads.queries.ts';
import { queuePlacesOf } from '../queue-reason.ts';
import { queueJobView } from '../queue.view.ts';

export const getQueue: Operation<'getQueue'> = async (context, { query }) => {
  const { domainId } = context.principal;
  const runs = await listOpenRuns(context.db, domainId, query, query);
  const { total, queue_depth, running_count } = await countOpenRuns(context.db, domainId, query);
  const places = await queuePlacesOf(context, runs);
  const jobs = runs.map((run) => queueJobView(run, places.get(run.id)));
  return { status: 200, body: { ...pageOf(jobs, query, total), queue_depth, running_count } };
};
