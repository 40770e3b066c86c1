import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { holdRegressionTest } from '../regression-tests/test-lookup.ts';
import { acceptAgain, withdrawAgain } from '../regression-tests/variants.ts';
import { outputClass } from '../results/output-class.ts';
import { judgeAgain, type KnownClass } from '../results/re-evaluation.ts';
import { expectInRun, noteReEvaluation, settleRun } from '../runs/run-lifecycle.ts';
import { lockRun } from '../runs/run-lock.ts';
import type { RunRow } from '../runs/runs.table.ts';
import {
  findApprovalRun,
  findStandingOnTop,
  findUndo,
  insertUndo,
  listApprovalLines,
  listChangedVariants,
  listOutputsToClassify,
  updateBaselinesToBefore,
  type ApprovalLine,
} from './approval-undo.queries.ts';
import { listExpectedOutputsForUpdate } from './baselines.queries.ts';
import { restoreExitCodes } from './exit-code-record.ts';
import { listExitCodeChanges } from './exit-code-record.queries.ts';

type Trx = Transaction<Database>;

/**
 * What was approved before applies again, variants that the act withdrew are accepted again, one that it accepted is not,
 * exit codes that it changed are expected again,
 * and the run that it was approved from expects what it expected: one recorded act. Once it is recorded, a repeat changes nothing.
 * Outputs are compared before the transaction, which then only writes.
 */
export async function undoApproval(
  context: Pick<AppContext, 'db' | 'blobs'>,
  { domainId, accountId }: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  approvalId: number,
  comment: string | null,
): Promise<void> {
  const approval = await findApprovalRun(context.db, domainId, approvalId);
  if (approval === undefined) throw notFound('approval');
  if ((await findUndo(context.db, approvalId)) !== undefined) return;
  const classes = await classesBefore(context, approvalId);
  await context.db.transaction().execute(async (trx) => {
    // The run first, then the outputs, as approvals lock them.
    const run = approval.run_id === null ? undefined : await lockRun(trx, approval.run_id);
    const lines = await listApprovalLines(trx, approvalId);
    const outputs = await listExpectedOutputsForUpdate(
      trx,
      lines.map((line) => line.expected_output_id),
    );
    const exitCodes = await listExitCodeChanges(trx, approvalId);
    const isTestThere = await holdTestOf(trx, domainId, exitCodes);
    if ((await findUndo(trx, approvalId)) !== undefined) return;
    if (!isTestThere) throw new AppError('conflict', 'The regression test of the change was deleted.');
    if (outputs.length < lines.length) throw new AppError('conflict', 'An output of the approval was deleted.');
    if (run?.ended === null)
      throw new AppError('conflict', 'The run that was approved from has not ended.', { status: run.status });
    await assertNothingOnTop(trx, approvalId);
    await updateBaselinesToBefore(trx, approvalId);
    const variants = await listChangedVariants(trx, approvalId);
    await acceptAgain(
      trx,
      accountId,
      variants.filter(({ accepted }) => !accepted),
    );
    await withdrawAgain(
      trx,
      variants.filter(({ accepted }) => accepted),
    );
    await restoreExitCodes(trx, exitCodes);
    const statuses = run === undefined ? undefined : await judgeAsBefore(trx, run, { approvalId, lines, classes });
    await insertUndo(trx, {
      approval_id: approvalId,
      account_id: accountId,
      comment,
      status_before: statuses?.before ?? null,
      status_after: statuses?.after ?? null,
    });
  });
}

async function holdTestOf(
  trx: Trx,
  domainId: number,
  [change]: readonly { readonly regression_test_id: number }[],
): Promise<boolean> {
  return change === undefined || holdRegressionTest(trx, domainId, change.regression_test_id);
}

async function assertNothingOnTop(trx: Trx, approvalId: number): Promise<void> {
  const above = await findStandingOnTop(trx, approvalId);
  if (above === undefined) return;
  const { approval_id, output_id, below_sha256, sha256 } = above;
  throw new AppError('conflict', 'A later approval or variant stands on top of this one; undo that first.', {
    approval_id,
    output_id,
    ...(below_sha256 === null || sha256 === null ? {} : { expected: below_sha256, actual: sha256 }),
  });
}

async function classesBefore(
  context: Pick<AppContext, 'db' | 'blobs'>,
  approvalId: number,
): Promise<Map<number, KnownClass>> {
  const classes = new Map<number, KnownClass>();
  for (const { output_id, sha256, ...planned } of await listOutputsToClassify(context.db, approvalId))
    classes.set(output_id, { sha256, class: await outputClass(context, planned, sha256) });
  return classes;
}

async function judgeAsBefore(
  trx: Trx,
  run: RunRow,
  undone: {
    readonly approvalId: number;
    readonly lines: readonly ApprovalLine[];
    readonly classes: ReadonlyMap<number, KnownClass>;
  },
): Promise<{ readonly before: RunRow['status']; readonly after: RunRow['status'] }> {
  for (const { regression_test_id, expected_output_id, planned_sha256 } of undone.lines)
    await expectInRun(trx, run.id, { regression_test_id, output_id: expected_output_id, sha256: planned_sha256 });
  await judgeAgain(trx, run.id, [...new Set(undone.lines.map((line) => line.regression_test_id))], undone.classes);
  const settled = await settleRun(trx, run, run.ended);
  await noteReEvaluation(trx, run, settled, `Re-evaluated after approval ${undone.approvalId} was undone`);
  return { before: run.status, after: settled.status };
}
