import type { Operation } from '../../../http/operation.ts';
import { reEvaluateRun } from '../../results/run-re-evaluation.ts';

export const reevaluateRun: Operation<'reevaluateRun'> = async (context, { path }) => {
  const { before, after, changedCount } = await reEvaluateRun(context, context.principal, path.run_id);
  return {
    status: 200,
    body: { run_id: path.run_id, status_before: before, status_after: after, changed_output_count: changedCount },
  };
};
