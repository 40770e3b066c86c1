import type { components } from '../../../generated/api.ts';
import type { OutputStretch } from './comparable-results.queries.ts';
import { comparableRunView } from './explanations.view.ts';

type Change = components['schemas']['OutputChange'];

export function outputChangeView(stretch: OutputStretch): Change {
  return {
    output_id: stretch.output_id,
    filename: stretch.filename,
    repository: stretch.repository,
    branch: stretch.branch,
    platform: stretch.platform,
    sha256: stretch.sha256,
    passed: stretch.passed,
    change: changeOf(stretch),
    run_count: stretch.run_count,
    first_run: comparableRunView(stretch.first_run),
    last_run: comparableRunView(stretch.last_run),
    ...(stretch.previous_run === null ? {} : { previous_run: comparableRunView(stretch.previous_run) }),
  };
}

function changeOf({ passed, was_passed }: Pick<OutputStretch, 'passed' | 'was_passed'>): Change['change'] {
  if (was_passed === null) return 'first_seen';
  if (was_passed !== passed) return passed ? 'fixed' : 'regressed';
  return passed ? 'changed_while_passing' : 'changed_while_failing';
}
