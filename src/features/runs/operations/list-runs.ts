import type { Operation } from '../../../http/operation.ts';
import { creationWindow } from '../../creation-window.ts';
import { pageOf } from '../../pagination.ts';
import { queuePlacesOf } from '../../queue/queue-reason.ts';
import { assertKnownVersion } from '../../repositories/versions.ts';
import { sharedRead } from '../../shared-reads.ts';
import { countMatchingRuns, listMatchingRuns } from '../run-reads.queries.ts';
import { runView } from '../runs.view.ts';

export const listRuns: Operation<'listRuns'> = async (context, { query }) => {
  const { domainId } = context.principal;
  const { limit, offset, sort, ...asked } = query;
  const filters = { ...asked, ...creationWindow(query) };
  if (query.ccx_version !== undefined) await assertKnownVersion(context.db, domainId, query.ccx_version);
  const total = await sharedRead(context.db, ['runs', domainId, filters], () =>
    countMatchingRuns(context.db, domainId, filters),
  );
  const runs = await listMatchingRuns(context.db, domainId, filters, { limit, offset, sort }, total);
  const places = await queuePlacesOf(context, runs);
  const { forgeUrl } = context.settings;
  const views = runs.map((run) => runView(run, { queueReason: places.get(run.id)?.reason ?? null, forgeUrl }));
  return { status: 200, body: pageOf(views, query, total) };
};
