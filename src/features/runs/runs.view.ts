import type { components } from '../../../generated/api.ts';
import type { NamedRunRow } from './run-reads.queries.ts';
import type { RunEventRow, RunRow } from './runs.table.ts';

type Schemas = components['schemas'];

export interface RunSurroundings {
  /** Null unless the run is queued. */
  readonly queueReason: string | null;
  /** Where its forge shows repositories; undefined when none is connected. */
  readonly forgeUrl: string | undefined;
}

function githubLink({ repository, commit_sha, pr_number }: NamedRunRow, forgeUrl: string | undefined): string | null {
  if (forgeUrl === undefined) return null;
  return `${forgeUrl}/${repository}/${pr_number === null ? `commit/${commit_sha}` : `pull/${pr_number}`}`;
}

export function runView(run: NamedRunRow, { queueReason, forgeUrl }: RunSurroundings): Schemas['Run'] {
  return {
    run_id: run.id,
    status: run.status,
    repository: run.repository,
    commit_sha: run.commit_sha,
    platform: run.platform,
    test_type: run.pr_number === null ? 'commit' : 'pr',
    branch: run.branch,
    base_commit_sha: run.base_commit_sha,
    pr_number: run.pr_number,
    preflight_job_id: run.preflight_job_id,
    created_at: run.created_at,
    queued_at: run.queued_at,
    started_at: run.started_at,
    completed_at: run.completed_at,
    github_link: githubLink(run, forgeUrl),
    build_id: run.build_id,
    attempt: run.attempt,
    planned_count: run.planned_count,
    reported_count: run.reported_count,
    pass_count: run.pass_count,
    fail_count: run.fail_count,
    missing_output_count: run.missing_output_count,
    skipped_count: run.skipped_count,
    queue_reason: queueReason,
  };
}

export function runSummaryView(run: RunRow): Schemas['RunSummary'] {
  return {
    run_id: run.id,
    status: run.status,
    total_samples: run.planned_count,
    pass_count: run.pass_count,
    fail_count: run.fail_count,
    // Here, unlike in the run, a test that was never reported counts as skipped: the counts add up to the total.
    skipped_count: run.planned_count - run.reported_count + run.skipped_count,
    missing_output_count: run.missing_output_count,
    error_count: run.error_count,
    duration_ms: run.duration_ms,
  };
}

export function progressEventView(event: RunEventRow): Schemas['ProgressEvent'] {
  return {
    timestamp: event.at,
    status: event.status,
    message: event.message,
    step: event.step,
    attempt: event.attempt,
  };
}

export function runConfigView(run: RunRow, regressionTestIds: readonly number[]): Schemas['RunConfig'] {
  return {
    run_id: run.id,
    platform: run.platform,
    branch: run.branch,
    commit_sha: run.commit_sha,
    regression_test_ids: [...regressionTestIds],
  };
}
