import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countRunsToRetain, listRunsToRetain } from '../retention.queries.ts';
import { retentionRunView } from '../retention.view.ts';

export const listRetentionRuns: Operation<'listRetentionRuns'> = async (context, { query }) => {
  const { db, settings, principal } = context;
  const days = query.days ?? settings.retentionDays;
  const configured = { configured_days: settings.retentionDays ?? null };
  if (days === undefined) return { status: 200, body: { ...pageOf([], query, 0), ...configured, due_bytes: 0 } };
  const { due, held, due_bytes } = await countRunsToRetain(db, principal.domainId, days);
  const total = { due, held, both: due + held }[query.state ?? 'both'];
  const runs = await listRunsToRetain(db, principal.domainId, days, query.state, query);
  const views = runs.map((run) => retentionRunView(run, days));
  return { status: 200, body: { ...pageOf(views, query, total), ...configured, due_bytes } };
};
