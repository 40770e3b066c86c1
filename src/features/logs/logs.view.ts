import type { components } from '../../../generated/api.ts';
import type { ReadLogLine } from './logs.queries.ts';

export function logLineView(row: ReadLogLine): components['schemas']['LogLine'] {
  return {
    line: row.line,
    timestamp: row.at,
    level: row.level,
    source: row.source,
    message: row.message,
    run_id: row.run_id,
    attempt: row.attempt,
    regression_test_id: row.regression_test_id,
    sample_id: row.sample_id,
  };
}
