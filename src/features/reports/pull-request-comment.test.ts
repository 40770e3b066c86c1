import { expect, test } from '@jest/globals';
import type { RunComparison } from '../results/run-comparison.ts';
import { commitStatusOf, headlineOf } from './commit-status.ts';
import { codeSpan, commentOf, type PlatformReport } from './pull-request-comment.ts';
import type { ReportedRun } from './reported-runs.queries.ts';

const run = {
  id: 31,
  domain: 'default',
  repository: 'video/extractor',
  commit_sha: 'c'.repeat(40),
  platform: 'linux',
  status: 'fail',
  ended: 'completed',
  planned_count: 120,
  reported_count: 119,
  pass_count: 115,
  fail_count: 2,
  missing_output_count: 1,
  skipped_count: 1,
} as ReportedRun;

const none: RunComparison = { reference: undefined, isSameAsOther: false, counts: new Map(), tests: [] };
const reference = { id: 12, commit_sha: 'a'.repeat(40), created_at: '2026-11-28T10:00:00Z' };
const broken = { sample_id: 1, reference_status: 'pass', verdict: 'broken_here', status: 'fail' } as const;
const report: PlatformReport = {
  run,
  main: {
    reference,
    isSameAsOther: false,
    counts: new Map([
      ['broken_here', 3],
      ['unchanged_pass', 115],
    ]),
    tests: [
      { ...broken, regression_test_id: 5 },
      { ...broken, regression_test_id: 6 },
    ],
  },
  branchPoint: none,
  names: new Map([[5, { regression_test_id: 5, sample_name: 'a`b.ts', command: '--out @octocat <b>' }]]),
};

test.each([
  ['queued', 'pending', 'Waiting for a worker, 120 tests planned'],
  ['running', 'pending', '119 of 120 tests reported'],
  ['pass', 'success', '115 tests passed'],
  ['fail', 'failure', 'Of 120 tests: 2 failed, 1 without a declared output, 1 not reported, 1 skipped, 115 passed'],
  [
    'incomplete',
    'failure',
    'Of 120 tests: 2 failed, 1 without a declared output, 1 not reported, 1 skipped, 115 passed',
  ],
  ['canceled', 'error', 'Canceled, 119 of 120 tests reported'],
  ['error', 'error', 'Infrastructure error, 119 of 120 tests reported'],
] as const)('a run that is %s is %s at GitHub', (status, state, description) => {
  const told = commitStatusOf({ ...run, status }, undefined);
  expect(told).toEqual({ state, description, context: 'CI - linux' });
});

test('a line fits into a status whatever its counts are', () => {
  const many = { planned_count: 2147483647, fail_count: 500000000, missing_output_count: 500000000 };
  const line = headlineOf({ ...run, ...many, reported_count: 5, pass_count: 500000000, skipped_count: 500000000 });
  expect(line.length).toBeLessThanOrEqual(140);
});

test('the comment tells both comparisons and which tests are broken', () => {
  expect(commentOf('default', [report], 'https://ci.example.org').split('\n')).toEqual([
    '<!-- spci:default -->',
    '## Regression tests',
    '',
    '| Platform | Commit | Result | Run |',
    '| --- | --- | --- | --- |',
    `| linux | \`cccccccccccc\` | **fail**: ${headlineOf(run)} | [run 31](https://ci.example.org/api/v1/runs/31) |`,
    '',
    '### linux',
    '',
    '| Compared with | Broken here | Fixed here | Failing differently | Failing identically | Passing as before | Not judged | No reference |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    '| Main branch: [run 12](https://ci.example.org/api/v1/runs/12) of `aaaaaaaaaaaa` | 3 | 0 | 0 | 0 | 115 | 0 | 0 |',
    '| Branch point: no completed run |  |  |  |  |  |  |  |',
    '',
    'Broken here, compared with the main branch:',
    '',
    '- test 5: `--out @octocat <b>` over `` a`b.ts `` (fail)',
    '- test 6 (fail)',
    '- and 1 more',
    '',
  ]);
});

test('one run that is both references is compared with once, and a run that goes on with none', () => {
  const same = { ...report, main: { ...report.main, isSameAsOther: true } };
  expect(commentOf('default', [same], undefined)).not.toContain('Branch point');
  const open = { ...report, run: { ...run, status: 'running', ended: null } as const };
  expect(commentOf('default', [open], undefined)).not.toContain('Compared with');
});

test.each([
  ['plain', '`plain`'],
  ['two\n\nlines', '`two lines`'],
  ['a``b`', '``` a``b` ```'],
  ['x'.repeat(121), `\`${'x'.repeat(119)}…\``],
])('%j stays text', (text, span) => {
  expect(codeSpan(text)).toBe(span);
});
