import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { testApprovalView } from '../baselines.view.ts';
import { countApprovalsOfTest, listApprovalsOfTest } from '../baseline-reads.queries.ts';

export const listTestApprovals: Operation<'listTestApprovals'> = async (context, { path, query, fail }) => {
  const { db, principal } = context;
  const total = await countApprovalsOfTest(db, principal.domainId, path.regression_test_id);
  if (total === undefined) throw fail('not_found', 'There is no such regression test.');
  const approvals = await listApprovalsOfTest(db, path.regression_test_id, query);
  return { status: 200, body: pageOf(approvals.map(testApprovalView), query, total) };
};
