import type { components } from '../../../generated/api.ts';
import type { StructuredDiff } from '../results/output-diff.ts';
import { diffHunkView } from '../results/results.view.ts';
import type { ComparableRun } from './comparable-results.queries.ts';
import type { ExplainedOutputRow, ExplainedResult, ExplainedRun } from './explanations.queries.ts';

type Schemas = components['schemas'];

export function explainedRunView(run: ExplainedRun): Schemas['ExplainedRun'] {
  return {
    repository: run.repository,
    commit_sha: run.commit_sha,
    branch: run.branch,
    platform: run.platform,
    attempt: run.attempt,
    created_at: run.created_at,
    last_event: run.last_event,
  };
}

export function explainedCountsView(run: ExplainedRun): Schemas['ExplainedCounts'] {
  return {
    planned_count: run.planned_count,
    pass_count: run.pass_count,
    fail_count: run.fail_count,
    missing_output_count: run.missing_output_count,
    skipped_count: run.skipped_count,
    unreported_count: run.planned_count - run.reported_count,
  };
}

export function explainedTestView(result: ExplainedResult): Schemas['ExplainedTest'] {
  return {
    command: result.command,
    input_type: result.input_type,
    output_type: result.output_type,
    timeout_ms: result.timeout_ms,
    sample_id: result.sample_id,
    sample_name: result.sample_name,
    sample_sha256: result.sample_sha256,
    sample_size_bytes: result.sample_size_bytes,
  };
}

export function explainedExitView(result: ExplainedResult): Schemas['ExplainedExit'] {
  return {
    exit_code: result.exit_code,
    expected_rc: result.expected_rc,
    timed_out: result.timed_out,
    runtime_ms: result.runtime_ms,
    skip_reason: result.skip_reason,
  };
}

export function explainedOutputView(output: ExplainedOutputRow): Schemas['ExplainedOutput'] {
  return {
    output_id: output.output_id,
    filename: output.filename,
    difference_class: output.class,
    ignore: output.ignore,
    expected_sha256: output.baseline_sha256,
    actual_sha256: output.sha256,
    variant_count: output.variant_sha256s.length,
  };
}

/** The first hunk, up to so many lines of it. */
export function explainedDifferenceView(
  { summary, hunks: [first] }: StructuredDiff,
  linesMax: number,
): Schemas['ExplainedDifference'] {
  const hunk = first ?? { expected_start: 0, actual_start: 0, lines: [] };
  return {
    summary: {
      added_lines: summary.added_lines,
      removed_lines: summary.removed_lines,
      changed_hunks: summary.changed_hunks,
    },
    first_hunk: diffHunkView({ ...hunk, lines: hunk.lines.slice(0, linesMax) }),
  };
}

export function comparableRunView({ run_id, commit_sha, created_at }: ComparableRun): Schemas['ComparableRun'] {
  return { run_id, commit_sha, created_at };
}
