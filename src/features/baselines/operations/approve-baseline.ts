import type { Operation } from '../../../http/operation.ts';
import { approveOutputs } from '../baseline-approval.ts';
import { findApproval, findPlannedSample } from '../baseline-reads.queries.ts';

export const approveBaseline: Operation<'approveBaseline'> = async (context, { path, body, fail }) => {
  const { regression_id, output_id, actual_sha256, baseline_sha256 } = body;
  const planned = await findPlannedSample(context.db, context.principal.domainId, path.run_id, regression_id);
  if (planned?.sample_id !== path.sample_id) throw fail('not_found', 'There is no such result.');
  const approvalId = await approveOutputs(context, context.principal, {
    runId: path.run_id,
    items: [
      {
        ...{ regression_test_id: regression_id, output_id },
        ...(actual_sha256 === undefined ? {} : { actual_sha256 }),
        ...(baseline_sha256 === undefined ? {} : { baseline_sha256 }),
      },
    ],
    removeVariants: body.remove_variants,
    platform: null,
    comment: null,
  });
  const approval = await findApproval(context.db, approvalId);
  if (approval === undefined) throw fail('not_found', 'There is no such approval.');
  return {
    status: 200,
    body: {
      status: 'approved',
      run_id: path.run_id,
      sample_id: path.sample_id,
      regression_id,
      output_id,
      approval_id: approval.id,
      requested_by: approval.requested_by,
      created_at: approval.created_at,
    },
  };
};
