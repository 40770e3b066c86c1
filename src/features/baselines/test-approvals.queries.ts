import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { BaselineApprovalOutputRow, BaselineApprovalRow } from './baselines.table.ts';

export interface TestApproval
  extends
    Pick<BaselineApprovalRow, 'run_id' | 'comment' | 'platform' | 'created_at'>,
    Omit<BaselineApprovalOutputRow, 'regression_test_id' | 'planned_sha256'> {
  /** Name of the account. */
  readonly requested_by: string;
  /** null, as the other two are: it was not undone. */
  readonly undone_at: string | null;
  readonly undone_by: string | null;
  readonly undo_comment: string | null;
}

/** Newest first, and by output within one approval. */
export async function listApprovalsOfTest(
  db: Kysely<Database>,
  regressionTestId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<TestApproval[]> {
  return db
    .selectFrom('baseline_approval_outputs as o')
    .innerJoin('baseline_approvals as a', 'a.id', 'o.approval_id')
    .innerJoin('accounts', 'accounts.id', 'a.account_id')
    .leftJoin('baseline_undos as undo', 'undo.approval_id', 'a.id')
    .leftJoin('accounts as undoer', 'undoer.id', 'undo.account_id')
    .where('o.regression_test_id', '=', regressionTestId)
    .select(['o.approval_id', 'o.expected_output_id', 'o.previous_sha256', 'o.sha256'])
    .select(['a.run_id', 'a.comment', 'a.platform', 'a.created_at', 'accounts.name as requested_by'])
    .select(['undo.created_at as undone_at', 'undoer.name as undone_by', 'undo.comment as undo_comment'])
    .orderBy('o.approval_id', 'desc')
    .orderBy('o.expected_output_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** Undefined when the domain has no such test. */
export async function countApprovalsOfTest(
  db: Kysely<Database>,
  domainId: number,
  regressionTestId: number,
): Promise<number | undefined> {
  const approvals = db
    .selectFrom('baseline_approval_outputs')
    .where('regression_test_id', '=', regressionTestId)
    .select((eb) => eb.fn.countAll<number>().as('total'));
  const counted = await db
    .selectFrom('regression_tests')
    .where('domain_id', '=', domainId)
    .where('id', '=', regressionTestId)
    .select(approvals.$asScalar().$notNull().as('total'))
    .executeTakeFirst();
  return counted?.total;
}
