import type { components } from '../../../generated/api.ts';
import type { ErrorBucketRow, ErrorGrouping, RunErrorRow } from './run-errors.queries.ts';

type Schemas = components['schemas'];

export function toErrorItem(runId: number, error: RunErrorRow): Schemas['ErrorItem'] {
  return {
    error_id: errorId(runId, error),
    run_id: runId,
    sample_id: error.sample_id,
    regression_id: error.regression_id,
    output_id: error.output_id,
    type: error.type,
    severity: error.severity,
    difference: error.class,
    message: messageOf(error),
    location: { file: error.filename, sample_name: error.sample_name },
    attempt: error.attempt,
    occurred_at: error.occurred_at,
  };
}

export function toErrorSummaryBucket(group_by: ErrorGrouping, bucket: ErrorBucketRow): Schemas['ErrorSummaryBucket'] {
  return {
    group_by,
    key: bucket.key,
    count: bucket.count,
    severity: bucket.severity,
    sample_ids: bucket.sample_ids,
    first_seen_at: bucket.first_seen_at,
    last_seen_at: bucket.last_seen_at,
  };
}

function errorId(runId: number, { regression_id, output_id, type }: RunErrorRow): string {
  const what = output_id === null ? 'rc' : type === 'missing_output' ? `missing_${output_id}` : output_id;
  return `err_${runId}_${regression_id}_${what}`;
}

function messageOf({ type, exit_code, expected_rc, filename }: RunErrorRow): string {
  switch (type) {
    case 'test_failure':
      return `The command was stopped at its time limit; an exit with ${expected_rc} was expected`;
    case 'exit_code_mismatch':
      return `The command exited with ${exit_code}; ${expected_rc} was expected`;
    case 'missing_output':
      return `${filename} was not produced`;
    case 'missing_expected':
      return `Nothing is approved that ${filename} could be compared with`;
    case 'diff_mismatch':
      return `${filename} differs from what is approved`;
  }
}
