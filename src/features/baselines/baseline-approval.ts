import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal, Platform } from '../../principal.ts';
import { withdrawVariants } from '../regression-tests/variants.ts';
import { judgeAgain } from '../results/re-evaluation.ts';
import { expectInRun, noteReEvaluation, settleRun } from '../runs/run-lifecycle.ts';
import { lockRun } from '../runs/run-lock.ts';
import type { RunRow } from '../runs/runs.table.ts';
import {
  findApprovalOf,
  insertApproval,
  insertBaselines,
  insertRemovedVariants,
  listApplyingBaselines,
  listExpectedOutputsForUpdate,
  listProducedOutputs,
  updateApprovalOutcome,
  type NewBaseline,
  type ProducedOutput,
} from './baselines.queries.ts';

export interface ApprovalItem {
  readonly regression_test_id: number;
  readonly output_id: number;
  /** When given, the test must have produced exactly this. */
  readonly actual_sha256?: string;
  /** When given, this must be the baseline that is replaced; null: there must be none. */
  readonly baseline_sha256?: string | null;
}

export interface ApprovalRequest {
  readonly runId: number;
  readonly items: readonly ApprovalItem[];
  readonly removeVariants: boolean;
  /** null: the baselines are for every platform. */
  readonly platform: Platform | null;
  readonly comment: string | null;
}

interface ApprovedContent extends ProducedOutput {
  readonly sha256: string;
}

/**
 * Makes what the tests of an ended run produced the baselines of future runs, all or nothing, and judges this run again:
 * one recorded act. Nothing to change means that the act was done before; then its record is found, not made again.
 */
export async function approveOutputs(
  { db }: Pick<AppContext, 'db'>,
  principal: AccountPrincipal,
  request: ApprovalRequest,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const run = await approvableRun(trx, principal, request);
    const outputIds = request.items.map((item) => item.output_id);
    await listExpectedOutputsForUpdate(trx, outputIds);
    const contents = approvedContents(request.items, await listProducedOutputs(trx, run.id, outputIds));
    const before = await listApplyingBaselines(trx, outputIds, request.platform);
    const changing = contents.filter(
      ({ output_id, sha256, baseline_sha256 }) => before.get(output_id) !== sha256 || baseline_sha256 !== sha256,
    );
    assertBaselinesSeen(request.items, changing, before);
    const removed = request.removeVariants ? await withdrawVariants(trx, outputIds) : [];
    const changes = changing.length + removed.length > 0;
    const earlier = changes ? undefined : await findApprovalOf(trx, run.id, contents);
    if (earlier !== undefined) return earlier;
    const baselines = contents.map((content) => newBaseline(content, before));
    const approvalId = await recordApproval(trx, principal, run, request, baselines);
    await insertRemovedVariants(trx, approvalId, removed);
    return approvalId;
  });
}

async function approvableRun(
  trx: Transaction<Database>,
  principal: AccountPrincipal,
  request: ApprovalRequest,
): Promise<RunRow> {
  const run = await lockRun(trx, request.runId, principal.domainId);
  if (run === undefined) throw notFound('run');
  if (run.ended !== 'completed')
    throw new AppError('conflict', 'Only a completed run can be approved from.', { status: run.status });
  if (request.platform !== null && request.platform !== run.platform)
    throw new AppError('unprocessable', 'Baselines can be limited to the platform of the run only.', {
      platform: run.platform,
    });
  return run;
}

function approvedContents(items: readonly ApprovalItem[], produced: readonly ProducedOutput[]): ApprovedContent[] {
  if (new Set(items.map((item) => item.output_id)).size < items.length)
    throw new AppError('unprocessable', 'An output is named twice.');
  return items.map((item) => {
    const { regression_test_id, output_id } = item;
    const output = produced.find(
      (candidate) => candidate.output_id === output_id && candidate.regression_test_id === regression_test_id,
    );
    if (output === undefined)
      throw new AppError('not_found', 'The run has no such result output.', { regression_test_id, output_id });
    const { sha256 } = output;
    if (sha256 === null)
      throw new AppError('unprocessable', 'The test did not produce this output.', { regression_test_id, output_id });
    if (item.actual_sha256 !== undefined && item.actual_sha256 !== sha256)
      throw new AppError('conflict', 'The test produced other content than the one seen.', {
        output_id,
        expected: item.actual_sha256,
        actual: sha256,
      });
    return { ...output, sha256 };
  });
}

/** An output of which the content is the baseline already loses nothing. */
function assertBaselinesSeen(
  items: readonly ApprovalItem[],
  changing: readonly ApprovedContent[],
  before: ReadonlyMap<number, string>,
): void {
  for (const { output_id, sha256 } of changing) {
    const seen = items.find((item) => item.output_id === output_id)?.baseline_sha256;
    const applying = before.get(output_id) ?? null;
    if (seen === undefined || seen === applying || applying === sha256) continue;
    throw new AppError('conflict', 'Another baseline applies than the one seen.', {
      output_id,
      ...(seen === null ? {} : { expected: seen }),
      ...(applying === null ? {} : { actual: applying }),
    });
  }
}

function newBaseline(
  { regression_test_id, output_id, sha256, baseline_sha256 }: ApprovedContent,
  before: ReadonlyMap<number, string>,
): NewBaseline {
  const previous_sha256 = before.get(output_id) ?? null;
  return { regression_test_id, output_id, sha256, previous_sha256, planned_sha256: baseline_sha256 };
}

async function recordApproval(
  trx: Transaction<Database>,
  principal: AccountPrincipal,
  run: RunRow,
  { platform, comment }: ApprovalRequest,
  baselines: readonly NewBaseline[],
): Promise<number> {
  const approval = await insertApproval(trx, {
    domain_id: run.domain_id,
    run_id: run.id,
    account_id: principal.accountId,
    comment,
    platform,
    status_before: run.status,
    status_after: run.status,
  });
  await insertBaselines(trx, approval.id, { platform, runPlatform: run.platform }, baselines);
  for (const baseline of baselines) await expectInRun(trx, run.id, baseline);
  await judgeAgain(trx, run.id, [...new Set(baselines.map((baseline) => baseline.regression_test_id))]);
  const settled = await settleRun(trx, run, run.ended);
  await updateApprovalOutcome(trx, approval.id, settled.status);
  await noteReEvaluation(
    trx,
    run,
    settled,
    `Re-evaluated after approval ${approval.id} of ${baselines.length} outputs`,
  );
  return approval.id;
}
