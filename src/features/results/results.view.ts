import type { components } from '../../../generated/api.ts';
import type { OutputComparison, ShownFile } from './output-content.ts';
import type { DiffHunk, DiffLine, StructuredDiff, UnifiedDiff } from './output-diff.ts';
import type { JudgedOutputRow, OutputAddress, PlannedTestResult } from './result-reads.queries.ts';

type Schemas = components['schemas'];

export function runSampleView(test: PlannedTestResult): Schemas['RunSample'] {
  return {
    regression_test_id: test.regression_test_id,
    sample_id: test.sample_id,
    sample_name: test.sample_name,
    categories: test.categories,
    command: test.command,
    status: test.status ?? 'not_started',
    runtime_ms: test.runtime_ms,
    exit_code: test.exit_code,
    expected_rc: test.expected_rc,
    timed_out: test.timed_out ?? false,
    skip_reason: test.skip_reason,
    attempt: test.attempt,
    outputs: test.outputs.map(runSampleOutputView),
  };
}

function runSampleOutputView(output: JudgedOutputRow): Schemas['RunSampleOutput'] {
  return {
    output_id: output.output_id,
    filename: output.filename,
    status: output.status,
    class: output.class,
    ignore: output.ignore,
    expected_sha256: output.baseline_sha256,
    actual_sha256: output.sha256,
  };
}

export function outputFileView(address: OutputAddress, file: ShownFile): Schemas['OutputFile'] {
  return {
    ...idsOf(address),
    filename: file.filename,
    content_type: 'application/octet-stream',
    encoding: file.encoding,
    content: file.content,
    truncated: file.truncated,
    size_bytes: file.size_bytes,
    download_url: file.download_url,
    sha256: file.sha256,
    storage_status: file.storage_status,
  };
}

export function diffView(
  address: OutputAddress,
  comparison: OutputComparison,
  { summary, hunks, truncated, whole_file, binary }: StructuredDiff,
): Schemas['Diff'] {
  return {
    ...idsOf(address),
    format: 'structured',
    status: comparison.status,
    class: comparison.class,
    summary: {
      added_lines: summary.added_lines,
      removed_lines: summary.removed_lines,
      changed_hunks: summary.changed_hunks,
    },
    hunks: hunks.map(diffHunkView),
    truncated,
    whole_file,
    binary,
  };
}

export function unifiedDiffView(
  address: OutputAddress,
  { status }: OutputComparison,
  { content, truncated }: UnifiedDiff,
): Schemas['UnifiedDiff'] {
  return { ...idsOf(address), format: 'unified', content: headersOfMissing[status] ?? content, truncated };
}

/** An empty diff would say that nothing differs. */
const headersOfMissing: Partial<Record<OutputComparison['status'], string>> = {
  missing_expected: '--- /dev/null\n+++ actual\n',
  missing_actual: '--- expected\n+++ /dev/null\n',
};

export function diffHunkView(hunk: DiffHunk): Schemas['DiffHunk'] {
  return {
    expected_start: hunk.expected_start,
    actual_start: hunk.actual_start,
    lines: hunk.lines.map(diffLineView),
  };
}

function diffLineView(line: DiffLine): Schemas['DiffLine'] {
  return {
    kind: line.kind,
    expected_line: line.expected_line ?? null,
    actual_line: line.actual_line ?? null,
    text: line.text,
    text_truncated: line.text_truncated ?? false,
    no_newline_at_end: line.no_newline_at_end ?? false,
  };
}

function idsOf({ run_id, sample_id, regression_id, output_id }: OutputAddress): OutputAddress {
  return { run_id, sample_id, regression_id, output_id };
}
