import type { Operation } from '../../../http/operation.ts';
import { undoApproval as undo } from '../approval-undo.ts';
import { findUndoneApproval } from '../baseline-reads.queries.ts';
import { undoneApprovalView } from '../baselines.view.ts';

export const undoApproval: Operation<'undoApproval'> = async (context, { path, body, fail }) => {
  await undo(context, context.principal, path.approval_id, body?.comment ?? null);
  const undone = await findUndoneApproval(context.db, path.approval_id);
  if (undone === undefined) throw fail('not_found', 'There is no such approval.');
  return { status: 200, body: undoneApprovalView(undone) };
};
