import type { components } from '../../../generated/api.ts';
import type { SampleResult } from './sample-results.queries.ts';

export function sampleHistoryEntryView(result: SampleResult): components['schemas']['SampleHistoryEntry'] {
  return {
    run_id: result.run_id,
    regression_test_id: result.regression_test_id,
    status: result.status ?? 'not_started',
    platform: result.platform,
    branch: result.branch,
    commit_sha: result.commit_sha,
    created_at: result.created_at,
    tested_at: result.reported_at,
    runtime_ms: result.runtime_ms,
    failure_signature: failureSignature(result),
  };
}

/** In the order in which a result is judged: a missing output, how the command ended, a difference. */
export function failureSignature(
  result: Pick<
    SampleResult,
    'status' | 'exit_code' | 'expected_rc' | 'timed_out' | 'faulty_output_id' | 'faulty_output_status'
  >,
): string | null {
  const { status, exit_code, expected_rc, faulty_output_id, faulty_output_status } = result;
  if (status === 'missing_output') return 'missing_output';
  if (status !== 'fail') return null;
  if (exit_code !== expected_rc)
    return result.timed_out === true ? 'test_failure:timeout' : `exit_code_mismatch:rc:${exit_code}`;
  const kind = faulty_output_status === 'missing_expected' ? 'missing_expected' : 'diff_mismatch';
  return `${kind}:output:${faulty_output_id}`;
}
