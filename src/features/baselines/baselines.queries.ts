import { sql, type Insertable, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountPrincipal, Platform } from '../../principal.ts';
import type { BaselineApprovalRow, BaselineApprovalsTable, BaselineApprovalVariantsTable } from './baselines.table.ts';
import type { RunStatus } from '../results/verdict.ts';

type Trx = Transaction<Database>;

export interface ProducedOutput {
  readonly regression_test_id: number;
  readonly output_id: number;
  readonly sample_id: number;
  /** null: declared and not produced. */
  readonly sha256: string | null;
  /** What the run expects now. */
  readonly baseline_sha256: string | null;
}

export async function listProducedOutputs(
  trx: Trx,
  runId: number,
  outputIds: readonly number[],
): Promise<ProducedOutput[]> {
  return trx
    .selectFrom('result_outputs as o')
    .innerJoin('planned_outputs as p', (join) =>
      join
        .onRef('p.run_id', '=', 'o.run_id')
        .onRef('p.regression_test_id', '=', 'o.regression_test_id')
        .onRef('p.output_id', '=', 'o.output_id'),
    )
    .innerJoin('planned_tests as t', (join) =>
      join.onRef('t.run_id', '=', 'o.run_id').onRef('t.regression_test_id', '=', 'o.regression_test_id'),
    )
    .select(['o.regression_test_id', 'o.output_id', 't.sample_id', 'o.sha256', 'p.baseline_sha256'])
    .where('o.run_id', '=', runId)
    .where('o.output_id', 'in', outputIds)
    .orderBy('o.regression_test_id')
    .orderBy('o.output_id')
    .execute();
}

/** Approvals of one output, from whatever run, wait for one another; locks are taken in one order. */
export async function listExpectedOutputsForUpdate(
  trx: Trx,
  outputIds: readonly number[],
): Promise<{ readonly id: number }[]> {
  return trx
    .selectFrom('expected_outputs')
    .select('id')
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...outputIds]))))
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function listApplyingBaselines(
  trx: Trx,
  outputIds: readonly number[],
  platform: Platform | null,
): Promise<Map<number, string>> {
  const rows = await trx
    .selectFrom('baselines')
    .select(['expected_output_id', 'sha256'])
    .where('expected_output_id', 'in', outputIds)
    .where('platform', 'is not distinct from', platform)
    .where('superseded_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.expected_output_id, row.sha256]));
}

export async function insertApproval(
  trx: Trx,
  approval: Insertable<BaselineApprovalsTable>,
): Promise<BaselineApprovalRow> {
  return trx.insertInto('baseline_approvals').values(approval).returningAll().executeTakeFirstOrThrow();
}

/** An act of no run: nothing is judged again by it. */
export async function insertActOfNoRun(
  trx: Trx,
  { domainId, accountId }: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  act: Pick<BaselineApprovalRow, 'platform' | 'comment'>,
): Promise<BaselineApprovalRow> {
  const ofNoRun = { run_id: null, status_before: null, status_after: null };
  return insertApproval(trx, { ...ofNoRun, ...act, domain_id: domainId, account_id: accountId });
}

export async function updateApprovalOutcome(trx: Trx, approvalId: number, status_after: RunStatus): Promise<void> {
  await trx.updateTable('baseline_approvals').set({ status_after }).where('id', '=', approvalId).execute();
}

export interface NewBaseline {
  readonly regression_test_id: number;
  readonly output_id: number;
  readonly previous_sha256: string | null;
  readonly sha256: string;
  /** What the run expected; null when nothing, or when there is no run. */
  readonly planned_sha256: string | null;
}

/**
 * Ends what applied before and puts the new contents in its place, with a line of the approval for each. A baseline for
 * every platform also ends the one limited to `runPlatform`, which would otherwise win there.
 */
export async function insertBaselines(
  trx: Trx,
  approvalId: number,
  { platform, runPlatform }: { readonly platform: Platform | null; readonly runPlatform: Platform | null },
  baselines: readonly NewBaseline[],
): Promise<void> {
  await trx
    .updateTable('baselines')
    .set({ superseded_at: sql<string>`now()`, superseded_by: approvalId })
    .where(
      'expected_output_id',
      'in',
      baselines.map((baseline) => baseline.output_id),
    )
    .where((e) =>
      e.or([
        e('platform', 'is not distinct from', platform),
        ...(platform === null && runPlatform !== null ? [e('platform', '=', runPlatform)] : []),
      ]),
    )
    .where('superseded_at', 'is', null)
    .execute();
  await trx
    .insertInto('baselines')
    .values(
      baselines.map(({ output_id, sha256 }) => ({
        expected_output_id: output_id,
        platform,
        sha256,
        approval_id: approvalId,
      })),
    )
    .execute();
  await trx
    .insertInto('baseline_approval_outputs')
    .values(
      baselines.map(({ output_id, ...line }) => ({ approval_id: approvalId, expected_output_id: output_id, ...line })),
    )
    .execute();
}

/** By one parameter: 500 outputs may lose 50,000 variants. */
export async function insertRemovedVariants(
  trx: Trx,
  approvalId: number,
  variants: readonly Omit<BaselineApprovalVariantsTable, 'approval_id' | 'accepted'>[],
): Promise<void> {
  if (variants.length === 0) return;
  await sql`
    insert into baseline_approval_variants (approval_id, expected_output_id, platform, sha256)
    select ${approvalId}::integer, removed.*
    from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb)
      as removed (expected_output_id integer, platform text, sha256 text)`.execute(trx);
}

/** The latest approval from this run, not undone, that made every one of these contents the baseline. */
export async function findApprovalOf(
  trx: Trx,
  runId: number,
  outputs: readonly { readonly output_id: number; readonly sha256: string }[],
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('baseline_approvals as a')
    .innerJoin('baseline_approval_outputs as o', 'o.approval_id', 'a.id')
    .select('a.id')
    .where('a.run_id', '=', runId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('baseline_undos as u').whereRef('u.approval_id', '=', 'a.id').select('u.approval_id'))),
    )
    .where((e) =>
      e.or(
        outputs.map(({ output_id, sha256 }) =>
          e.and([e('o.expected_output_id', '=', output_id), e('o.sha256', '=', sha256)]),
        ),
      ),
    )
    .groupBy('a.id')
    .having((e) => e(e.fn.countAll<number>(), '=', outputs.length))
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
