import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { BaselineApprovalOutputRow, BaselineUndoRow, BaselineUndosTable } from './baselines.table.ts';

type Trx = Transaction<Database>;

export type ApprovalLine = Pick<
  BaselineApprovalOutputRow,
  'regression_test_id' | 'expected_output_id' | 'sha256' | 'planned_sha256'
>;

/** Undefined when the domain has no such approval. */
export async function findApprovalRun(
  db: Kysely<Database>,
  domainId: number,
  approvalId: number,
): Promise<{ readonly run_id: number | null } | undefined> {
  return db
    .selectFrom('baseline_approvals')
    .select('run_id')
    .where('domain_id', '=', domainId)
    .where('id', '=', approvalId)
    .executeTakeFirst();
}

export async function listApprovalLines(db: Kysely<Database>, approvalId: number): Promise<ApprovalLine[]> {
  return db
    .selectFrom('baseline_approval_outputs')
    .select(['regression_test_id', 'expected_output_id', 'sha256', 'planned_sha256'])
    .where('approval_id', '=', approvalId)
    .orderBy('expected_output_id')
    .execute();
}

export interface OutputToClassify {
  readonly output_id: number;
  /** null: not produced. */
  readonly sha256: string | null;
  /** What the run expects once the approval is undone. */
  readonly baseline_sha256: string | null;
  readonly variant_sha256s: string[];
}

/** None for an approval that was of no run. */
export async function listOutputsToClassify(db: Kysely<Database>, approvalId: number): Promise<OutputToClassify[]> {
  return db
    .selectFrom('baseline_approval_outputs as line')
    .innerJoin('baseline_approvals as approval', 'approval.id', 'line.approval_id')
    .innerJoin('planned_outputs as planned', (join) =>
      join
        .onRef('planned.run_id', '=', 'approval.run_id')
        .onRef('planned.regression_test_id', '=', 'line.regression_test_id')
        .onRef('planned.output_id', '=', 'line.expected_output_id'),
    )
    .innerJoin('result_outputs as output', (join) =>
      join
        .onRef('output.run_id', '=', 'planned.run_id')
        .onRef('output.regression_test_id', '=', 'planned.regression_test_id')
        .onRef('output.output_id', '=', 'planned.output_id'),
    )
    .select(['output.output_id', 'output.sha256', 'line.planned_sha256 as baseline_sha256', 'planned.variant_sha256s'])
    .where('line.approval_id', '=', approvalId)
    .execute();
}

export async function findUndo(db: Kysely<Database>, approvalId: number): Promise<BaselineUndoRow | undefined> {
  return db.selectFrom('baseline_undos').selectAll().where('approval_id', '=', approvalId).executeTakeFirst();
}

export interface StandingOnTop {
  readonly approval_id: number;
  readonly output_id: number;
  /** What each made the baseline; null for a variant that was accepted or withdrawn by itself. */
  readonly below_sha256: string | null;
  readonly sha256: string | null;
}

/**
 * What stands on top of an act: the newest later one that is not undone and replaced, or stands beside, a baseline of the
 * same output for a platform that both are about, or accepted or withdrew the same variant. An approval for every platform
 * is also about that of its run.
 */
export async function findStandingOnTop(trx: Trx, approvalId: number): Promise<StandingOnTop | undefined> {
  const { rows } = await sql<StandingOnTop>`
    select above.approval_id, above.expected_output_id as output_id, below.sha256 as below_sha256, above.sha256
    from baseline_approval_outputs below
    join baseline_approvals b on b.id = below.approval_id
    left join runs b_run on b_run.id = b.run_id
    join baseline_approval_outputs above
      on above.expected_output_id = below.expected_output_id and above.approval_id > below.approval_id
    join baseline_approvals a on a.id = above.approval_id
    left join runs a_run on a_run.id = a.run_id
    where below.approval_id = ${approvalId}
      and not exists (select from baseline_undos u where u.approval_id = above.approval_id)
      and (above.sha256 is not null and below.sha256 is not null
          and (a.platform is not distinct from b.platform
            or (b.platform is null and a.platform = b_run.platform)
            or (a.platform is null and b.platform = a_run.platform))
        or exists (
          select from baseline_approval_variants v join baseline_approval_variants w
            on w.platform is not distinct from v.platform and w.sha256 = v.sha256
          where v.approval_id = below.approval_id and v.expected_output_id = below.expected_output_id
            and w.approval_id = above.approval_id and w.expected_output_id = above.expected_output_id))
    order by output_id, above.approval_id desc limit 1`.execute(trx);
  return rows[0];
}

export async function insertUndo(trx: Trx, undo: Insertable<BaselineUndosTable>): Promise<void> {
  await trx.insertInto('baseline_undos').values(undo).execute();
}

/** Ends what the approval made, then lets what it had replaced apply again. */
export async function updateBaselinesToBefore(trx: Trx, approvalId: number): Promise<void> {
  await trx
    .updateTable('baselines')
    .set({ superseded_at: sql<string>`now()` })
    .where('approval_id', '=', approvalId)
    .where('superseded_at', 'is', null)
    .execute();
  await trx
    .updateTable('baselines')
    .set({ superseded_at: null, superseded_by: null })
    .where('superseded_by', '=', approvalId)
    .execute();
}

export interface ChangedVariant {
  readonly expected_output_id: number;
  readonly platform: Platform | null;
  readonly sha256: string;
  /** False: it was withdrawn. */
  readonly accepted: boolean;
}

export async function listChangedVariants(trx: Trx, approvalId: number): Promise<ChangedVariant[]> {
  return trx
    .selectFrom('baseline_approval_variants')
    .select(['expected_output_id', 'platform', 'sha256', 'accepted'])
    .where('approval_id', '=', approvalId)
    .execute();
}
