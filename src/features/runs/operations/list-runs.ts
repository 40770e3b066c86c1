import type { Operation } from '../../../http/operation.ts';
import { creationWindow } from '../../creation-window.ts';
import { pageOf } from '../../pagination.ts';
import { queuePlacesOf } from '../../queue/queue-reason.ts';
import { assertKnownVersion } from '../../repositories/versions.ts';
import { countMatchingRuns, listMatchingRuns } from '../run-reads.queries.ts';
import { runView } from '../runs.view.ts';

export const listRuns: Operation<'listRuns'> = async (context, { query }) => {
  const { domainId } = context.principal;
  const filters = { ...query, ...creationWindow(query) };
  if (query.ccx_version !== undefined) await assertKnownVersion(context.db, domainId, query.ccx_version);
  const runs = await listMatchingRuns(context.db, domainId, filters, query);
  const total = await countMatchingRuns(context.db, domainId, filters);
  const places = await queuePlacesOf(context, runs);
  const views = runs.map((run) => runView(run, places.get(run.id)?.reason ?? null));
  return { status: 200, body: pageOf(views, query, total) };
};
