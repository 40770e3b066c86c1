import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countRunEvents, listRunEvents } from '../run-reads.queries.ts';
import { progressEventView } from '../runs.view.ts';

export const listRunProgress: Operation<'listRunProgress'> = async (context, { path, query, fail }) => {
  const total = await countRunEvents(context.db, context.principal.domainId, path.run_id, query.status);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const events = await listRunEvents(context.db, path.run_id, query.status, query);
  return { status: 200, body: pageOf(events.map(progressEventView), query, total) };
};
