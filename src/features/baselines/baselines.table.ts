import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id, OptionalMoment } from '../../db/columns.ts';
import type { Platform } from '../../principal.ts';
import type { RunStatus } from '../results/verdict.ts';

/** Approved contents. The one that applies has `superseded_at` null: at most one per output and platform. */
export interface BaselinesTable {
  id: Id;
  expected_output_id: number;
  /** null: every platform that has no baseline of its own. */
  platform: Platform | null;
  sha256: string;
  approval_id: number;
  created_at: CreatedAt;
  superseded_at: OptionalMoment;
  /** The approval that replaced it. null: it applies, or the approval that made it was undone. */
  superseded_by: Defaulted<number | null>;
}
export type BaselineRow = Selectable<BaselinesTable>;

/** One act: an approval, one variant that was accepted or withdrawn by itself, or exit codes. Never changed. */
export interface BaselineApprovalsTable {
  id: Id;
  domain_id: number;
  /** null, and so are the statuses: what was done came from no run. */
  run_id: number | null;
  account_id: number;
  comment: string | null;
  platform: Platform | null;
  status_before: RunStatus | null;
  status_after: RunStatus | null;
  created_at: CreatedAt;
}
export type BaselineApprovalRow = Selectable<BaselineApprovalsTable>;

export interface BaselineApprovalOutputsTable {
  approval_id: number;
  regression_test_id: number;
  expected_output_id: number;
  previous_sha256: string | null;
  /** null: the act changed a variant, not the baseline. */
  sha256: string | null;
  /** What the run expected until then; null when it expected nothing, or there is no run. */
  planned_sha256: Defaulted<string | null>;
}
export type BaselineApprovalOutputRow = Selectable<BaselineApprovalOutputsTable>;

/** A variant that an act accepted or withdrew. */
export interface BaselineApprovalVariantsTable {
  approval_id: number;
  expected_output_id: number;
  /** null: it was for every platform. */
  platform: Platform | null;
  sha256: string;
  /** False: it was withdrawn. */
  accepted: Defaulted<boolean>;
}

/** An expected exit code that an act changed; `regression-tests/exit-codes.ts` says what null means. */
export interface BaselineApprovalExitCodesTable {
  approval_id: number;
  regression_test_id: number;
  platform: Platform | null;
  previous_rc: number | null;
  expected_rc: number | null;
}
export type BaselineApprovalExitCodeRow = Selectable<BaselineApprovalExitCodesTable>;

/** That an act was undone: at most once. */
export interface BaselineUndosTable {
  approval_id: number;
  account_id: number;
  comment: string | null;
  /** null, as its run is. */
  status_before: RunStatus | null;
  status_after: RunStatus | null;
  created_at: CreatedAt;
}
export type BaselineUndoRow = Selectable<BaselineUndosTable>;
