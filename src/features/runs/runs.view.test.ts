import { expect, test } from '@jest/globals';
import type { NamedRunRow } from './run-reads.queries.ts';
import { runSummaryView, runView } from './runs.view.ts';

const run: NamedRunRow = {
  id: 12,
  domain_id: 1,
  repository_id: 1,
  repository: 'video/extractor',
  build_id: 4,
  account_id: 1,
  commit_sha: 'a'.repeat(40),
  platform: 'linux',
  branch: 'main',
  base_commit_sha: null,
  pr_number: null,
  preflight_job_id: null,
  github_user_id: null,
  status: 'fail',
  ended: 'completed',
  attempt: 1,
  lost_attempts: 0,
  required_types: [],
  whole_suite: true,
  planned_count: 9,
  reported_count: 6,
  pass_count: 2,
  fail_count: 1,
  missing_output_count: 1,
  skipped_count: 2,
  error_count: 3,
  duration_ms: 5120,
  created_at: '2026-11-22T10:00:00.000Z',
  queued_at: '2026-11-22T10:00:00.000Z',
  started_at: null,
  completed_at: null,
};

const alone = { queueReason: null, forgeUrl: undefined };

test('a summary accounts for every planned test: what has no result is skipped', () => {
  const summary = runSummaryView(run);
  expect(summary.skipped_count).toBe(5);
  const { pass_count, fail_count, missing_output_count, skipped_count } = summary;
  expect(pass_count + fail_count + missing_output_count + skipped_count).toBe(summary.total_samples);
});

test('a run counts as skipped only what was reported as skipped', () => {
  expect(runView(run, alone).skipped_count).toBe(2);
});

test('a run is that of a pull request when it has its number', () => {
  expect(runView(run, alone).test_type).toBe('commit');
  expect(runView({ ...run, pr_number: 17 }, alone).test_type).toBe('pr');
});

test('a run never shows what belongs to the server', () => {
  expect(Object.keys(runView(run, alone))).not.toEqual(expect.arrayContaining(['domain_id']));
  expect(runView(run, { ...alone, queueReason: 'Waits for a worker' })).toMatchObject({
    run_id: 12,
    queue_reason: 'Waits for a worker',
  });
});
