import type { Operation } from '../../../http/operation.ts';
import { approveOutputs } from '../baseline-approval.ts';
import { findApproval } from '../baseline-reads.queries.ts';
import { baselineApprovalsView } from '../baselines.view.ts';

export const approveBaselines: Operation<'approveBaselines'> = async (context, { path, body, fail }) => {
  const approvalId = await approveOutputs(context, context.principal, {
    runId: path.run_id,
    items: body.outputs,
    removeVariants: body.remove_variants,
    platform: body.platform ?? null,
    comment: body.comment ?? null,
  });
  const approval = await findApproval(context.db, approvalId);
  if (approval === undefined) throw fail('not_found', 'There is no such approval.');
  return { status: 201, body: baselineApprovalsView(approval) };
};
