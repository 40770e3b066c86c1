import type { components } from '../../../generated/api.ts';
import type {
  ChangedExitCode,
  RecordedApproval,
  TestApproval,
  UndoneApproval,
  VariantContent,
} from './baseline-reads.queries.ts';

type Schemas = components['schemas'];

export function baselineApprovalsView(approval: RecordedApproval): Schemas['BaselineApprovals'] {
  return {
    approval_id: approval.id,
    run_id: approval.run_id,
    requested_by: approval.requested_by,
    comment: approval.comment,
    platform: approval.platform,
    created_at: approval.created_at,
    outputs: approval.outputs.map(approvedOutputView),
    status_before: approval.status_before,
    status_after: approval.status_after,
    ...undoNoteView(approval),
  };
}

function undoNoteView({
  undone_at,
  undone_by,
  undo_comment,
}: Pick<TestApproval, 'undone_at' | 'undone_by' | 'undo_comment'>): { undone?: Schemas['UndoNote'] } {
  if (undone_at === null || undone_by === null) return {};
  return { undone: { requested_by: undone_by, comment: undo_comment, created_at: undone_at } };
}

export function undoneApprovalView(undo: UndoneApproval): Schemas['UndoneApproval'] {
  return {
    approval_id: undo.approval_id,
    run_id: undo.run_id,
    requested_by: undo.requested_by,
    comment: undo.comment,
    created_at: undo.created_at,
    outputs: undo.outputs.map((output) => ({
      regression_test_id: output.regression_test_id,
      output_id: output.expected_output_id,
      undone_sha256: output.sha256,
      restored_sha256: output.previous_sha256,
      restored_variants: output.removed_variants.map(variantContentView),
      removed_variants: output.accepted_variants.map(variantContentView),
    })),
    exit_codes: undo.exit_codes.map(({ previous_rc, expected_rc, ...place }) =>
      exitCodeChangeView({ ...place, previous_rc: expected_rc, expected_rc: previous_rc }),
    ),
    ...(undo.status_before === null ? {} : { status_before: undo.status_before }),
    ...(undo.status_after === null ? {} : { status_after: undo.status_after }),
  };
}

function variantContentView({ platform, sha256 }: VariantContent): Schemas['VariantContent'] {
  return { platform, sha256 };
}

function exitCodeChangeView(change: ChangedExitCode): Schemas['ExitCodeChange'] {
  return {
    regression_test_id: change.regression_test_id,
    platform: change.platform,
    previous_rc: change.previous_rc,
    expected_rc: change.expected_rc,
  };
}

function approvedOutputView(output: RecordedApproval['outputs'][number]): Schemas['ApprovedOutput'] {
  return {
    regression_test_id: output.regression_test_id,
    output_id: output.expected_output_id,
    previous_sha256: output.previous_sha256,
    sha256: output.sha256,
    removed_variants: output.removed_variants.map(variantContentView),
  };
}

export function testApprovalView(approval: TestApproval): Schemas['TestApproval'] {
  return {
    approval_id: approval.approval_id,
    run_id: approval.run_id,
    requested_by: approval.requested_by,
    comment: approval.comment,
    platform: approval.platform,
    created_at: approval.created_at,
    output_id: approval.expected_output_id,
    previous_sha256: approval.previous_sha256,
    sha256: approval.sha256,
    accepted_variants: approval.accepted_variants.map(variantContentView),
    removed_variants: approval.removed_variants.map(variantContentView),
    exit_codes: approval.exit_codes.map(exitCodeChangeView),
    ...undoNoteView(approval),
  };
}
