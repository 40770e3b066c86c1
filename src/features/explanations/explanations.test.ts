import { describe, expect, test } from '@jest/globals';
import type { AccountPrincipal } from '../../principal.ts';
import { structuredDiff } from '../results/output-diff.ts';
import { resultExplanation, type ResultFacts } from './explain-result.ts';
import { runExplanation } from './explain-run.ts';
import type { ExplainedResult, ExplainedRun } from './explanations.queries.ts';
import { bytesOf } from './within-bytes.ts';

const most = 2_147_483_647;
const digest = 'f'.repeat(64);
/** What JSON needs the most bytes for. */
const text = (length: number): string => '\u001f'.repeat(length);
const moment = '2026-11-22T10:00:00.000Z';

const caller: AccountPrincipal = {
  ...{
    kind: 'account',
    accountId: most,
    tokenId: most,
    domainId: most,
    operator: false,
    readOnly: false,
    via: 'own_token',
  },
  role: 'admin',
  scopes: ['runs:read', 'runs:write', 'results:read', 'baselines:write', 'system:read'],
};

const run: ExplainedRun = {
  ...{ id: most, domain_id: most, repository_id: most, build_id: most, account_id: most, commit_sha: 'f'.repeat(40) },
  ...{
    platform: 'windows',
    base_commit_sha: null,
    branch: text(100),
    preflight_job_id: null,
    pr_number: most,
    github_user_id: null,
    status: 'incomplete',
    ended: 'completed',
  },
  ...{ attempt: most, lost_attempts: most, required_types: [], whole_suite: true },
  ...{ planned_count: most, reported_count: most },
  ...{ pass_count: 0, fail_count: most, missing_output_count: most, skipped_count: most, error_count: most },
  ...{ duration_ms: most, created_at: moment, queued_at: moment, started_at: moment, completed_at: moment },
  ...{ repository: text(100), last_event: text(500) },
};

const output = (output_id: number): ExplainedResult['outputs'][number] => ({
  ...{ output_id, filename: text(255), ignore: false, baseline_sha256: digest },
  variant_sha256s: Array.from({ length: 100 }, () => digest),
  ...{ sha256: digest, size_bytes: most, status: 'missing_expected', class: 'missing_expected' },
});

const result: ExplainedResult = {
  ...{ regression_test_id: most, sample_id: most, sample_sha256: digest, sample_name: text(255) },
  ...{ sample_size_bytes: most, command: text(500), input_type: 'stdin', output_type: 'multiprogram' },
  ...{ expected_rc: 255, timeout_ms: 3_600_000, attempt: most, exit_code: -most, runtime_ms: most },
  ...{ skip_reason: text(500), status: 'missing_output', timed_out: true },
  outputs: Array.from({ length: 20 }, (_, index) => output(most - index)),
};

const lines = Array.from({ length: 200 }, () => `${text(1000)}\n`).join('');
const difference = structuredDiff(Buffer.from(''), Buffer.from(lines));
const ids = Array.from({ length: 20 }, (_, index) => most - index);
const compared = { run_id: most, commit_sha: 'f'.repeat(40), created_at: moment };

const facts: ResultFacts = {
  ...{ run, result, alike: { count: most, regression_test_ids: ids } },
  regression: { last_passed: compared, first_failed: compared },
  logLines: ids.map((line) => ({ line, level: 'critical', message: text(4000), total: most })),
  hunks: new Map(ids.slice(0, 5).map((id) => [id, difference])),
};
const kinds = ids.map((id) => ({
  ...{ ...result, regression_test_id: id },
  ...{ result_count: most, regression_test_ids: ids, kind_count: most },
}));
const runFacts = { run, kinds, hunks: new Map(ids.slice(0, 5).map((id) => [id, facts.hunks])) };

const limits = [1024, ...Array.from({ length: 64 }, (_, index) => 1025 + index * 1008), 65_536];

describe('whatever the longest texts and largest numbers are, an explanation stays within its bytes', () => {
  test('of a result', () => {
    for (const bytesMax of limits)
      expect([bytesMax, bytesOf(resultExplanation(caller, facts, bytesMax)) <= bytesMax]).toEqual([bytesMax, true]);
  });

  test('of a run', () => {
    for (const bytesMax of limits)
      expect([bytesMax, bytesOf(runExplanation(caller, runFacts, bytesMax)) <= bytesMax]).toEqual([bytesMax, true]);
  });
});

test('the largest answer has room for every detail of the longest result', () => {
  const { outputs, next, omitted } = resultExplanation(caller, facts, 65_536);
  expect([outputs.length, next.length > 0]).toEqual([20, true]);
  expect(omitted.map(({ what }) => what)).toEqual(['difference_lines', 'log_lines', 'results']);
});

test('of a run, more bytes tell no fewer kinds of failure', () => {
  const told = limits.map((bytesMax) => runExplanation(caller, runFacts, bytesMax).failures.length);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});
