import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countApprovals, listApprovals } from '../baseline-reads.queries.ts';
import { baselineApprovalsView } from '../baselines.view.ts';

export const listBaselineApprovals: Operation<'listBaselineApprovals'> = async (context, { path, query, fail }) => {
  const total = await countApprovals(context.db, context.principal.domainId, path.run_id);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const approvals = await listApprovals(context.db, path.run_id, query);
  return { status: 200, body: pageOf(approvals.map(baselineApprovalsView), query, total) };
};
