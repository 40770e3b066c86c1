import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { commitShaOf, versions, type Version } from './builds.ts';
import { checkTruths } from './check-truths.ts';
import type { DemoOutput, DemoReport, DemoResult, DemoRun, OutputStatus } from './demo-report.ts';
import { regressionTests, type ExpectedOutput, type RegressionTestName } from './suite.ts';
import { truthOf } from './truths.ts';

type Change<T> = (unchanged: T) => Partial<T>;

/** Stands for the bytes: one digest for each content of each output. */
function sha256Of(version: Version, name: RegressionTestName, filename: string): string | null {
  const content = truthOf(version, name).outputs[filename];
  if (content === 'missing') return null;
  return createHash('sha256')
    .update(content === 'empty' ? '' : `${name} ${filename} ${content}`)
    .digest('hex');
}

function outputStatus(actual: string | null, expected: string | null): OutputStatus {
  if (actual === null) return 'missing_output';
  return actual === expected ? 'pass' : 'fail';
}

function outputOf(version: Version, baseline: Version, name: RegressionTestName, declared: ExpectedOutput): DemoOutput {
  const filename = declared.expected_filename;
  const actual_sha256 = sha256Of(version, name, filename);
  const expected_sha256 = sha256Of(baseline, name, filename);
  const status = outputStatus(actual_sha256, expected_sha256);
  return { output_id: 1, filename, status, class: null, expected_sha256, actual_sha256 };
}

function resultOf(version: Version, baseline: Version, suiteTest: (typeof regressionTests)[number]): DemoResult {
  const { name, sample, expected_rc } = suiteTest;
  const outputs = suiteTest.outputs.map((declared) => outputOf(version, baseline, name, declared));
  const worst = outputs.find(({ status }) => status !== 'pass')?.status ?? 'pass';
  return {
    regression_test_id: 1,
    sample,
    status: worst === 'missing_expected' ? 'fail' : worst,
    exit_code: truthOf(version, name).exit_code,
    expected_rc,
    outputs,
  };
}

function runOf(version: Version, first: Version): DemoRun {
  const isAfterChanges = versions.indexOf(version) >= versions.indexOf('7.0.3');
  const results = regressionTests.map((each) => resultOf(version, isAfterChanges ? '7.0.3' : first, each));
  const count = (status: string): number => results.filter((result) => result.status === status).length;
  const status = count('pass') === results.length ? 'pass' : 'fail';
  return {
    version,
    run_id: versions.indexOf(version) + 1,
    commit_sha: commitShaOf(version),
    platform: 'linux',
    first_status: version === first || version === '7.0.3' ? 'fail' : status,
    status,
    attempts: 1,
    planned_count: results.length,
    pass_count: count('pass'),
    fail_count: count('fail'),
    missing_output_count: count('missing_output'),
    results,
  };
}

function reportOf(first: Version, ...others: readonly Version[]): DemoReport {
  return {
    schema_version: 1,
    spec_digest: 'a'.repeat(64),
    duration_ms: 1,
    runs: [first, ...others].map((version) => runOf(version, first)),
    proofs: [{ name: 'unreported_test', run_id: 99, status: 'incomplete', planned_count: 10, reported_count: 9 }],
  };
}

function withRun(version: Version, change: Change<DemoRun>): DemoReport {
  const report = reportOf(...versions);
  return { ...report, runs: report.runs.map((run) => (run.version === version ? { ...run, ...change(run) } : run)) };
}

function withOutput(version: Version, filename: string, change: Change<DemoOutput>): DemoReport {
  const changed = (output: DemoOutput): DemoOutput =>
    output.filename === filename ? { ...output, ...change(output) } : output;
  return withRun(version, ({ results }) => ({
    results: results.map((result) => ({ ...result, outputs: result.outputs.map(changed) })),
  }));
}

test('a report of all versions breaks no truth', () => {
  expect(checkTruths(reportOf(...versions))).toEqual([]);
});

test.each<[Version, ...Version[]][]>([
  [['6.3.0', '7.0.0', '7.0.3']],
  [['5.6.0', '5.9.1']],
  [['7.0.0', '7.0.1', '7.0.3']],
  [['5.6.0', '7.0.3', '7.1.0']],
])('a report of %j alone breaks no truth', (some) => {
  expect(checkTruths(reportOf(...some))).toEqual([]);
});

test('statuses are those of the history', () => {
  const statuses = reportOf(...versions).runs.map((run) => `${run.first_status} ${run.status}`);
  const failing = versions.slice(2, 10).map(() => 'fail fail');
  expect(statuses).toEqual(['fail pass', 'pass pass', ...failing, 'fail pass', 'pass pass']);
});

test.each<[string, DemoReport, string]>([
  ['a crash that passes', withRun('7.0.1', () => ({ status: 'pass' })), '7.0.1 status: pass, expected fail'],
  [
    'a first status that was never fail',
    withRun('7.0.3', () => ({ first_status: 'pass' })),
    '7.0.3 first status: pass, expected fail',
  ],
  [
    'a test without a result',
    withRun('6.1.0', ({ results }) => ({ results: results.slice(1) })),
    '6.1.0 pop-on: no result',
  ],
  [
    'a result reported twice',
    withRun('6.1.0', ({ results }) => ({ results: [...results, ...results.slice(0, 1)] })),
    '6.1.0 results: 11, expected 10',
  ],
  ['a wrong count', withRun('7.0.0', () => ({ missing_output_count: 0 })), '7.0.0 missing outputs: 0, expected 1'],
  [
    'another commit',
    withRun('6.0.0', () => ({ commit_sha: commitShaOf('6.1.0') })),
    `6.0.0 commit: ${commitShaOf('6.1.0')}, expected ${commitShaOf('6.0.0')}`,
  ],
  [
    'an output that appears after a crash',
    withOutput('7.0.2', 'row-out-of-bounds.srt', () => ({ actual_sha256: 'b'.repeat(64) })),
    `7.0.2 row-out-of-bounds row-out-of-bounds.srt bytes: ${'b'.repeat(64)}, expected null`,
  ],
  [
    'a difference taken for a pass',
    withOutput('5.13.0', 'stdout', () => ({ status: 'pass' })),
    '5.13.0 malformed-sei stdout status: pass, expected fail',
  ],
  [
    'text that changes on its own',
    withOutput('6.2.0', 'sintel.srt', () => ({ actual_sha256: 'b'.repeat(64) })),
    '6.2.0 sintel sintel.srt bytes: 2 cues, yet its bytes differ from those of 5.6.0',
  ],
  [
    'positions that do not come',
    withOutput('7.0.0', 'dash-608.srt', () => ({ actual_sha256: sha256Of('6.3.0', 'dash-608', 'dash-608.srt') })),
    '7.0.0 dash-608 dash-608.srt bytes: 1 cues with positions, yet its bytes equal those of 5.6.0',
  ],
  [
    'an empty output that is not empty',
    withOutput('7.1.0', 'test-segment.srt', () => ({ actual_sha256: 'b'.repeat(64) })),
    `7.1.0 test-segment test-segment.srt bytes: ${'b'.repeat(64)}, expected ${createHash('sha256').digest('hex')}`,
  ],
  [
    'a baseline that nobody approved',
    withOutput('7.0.0', 'pop-on.srt', ({ actual_sha256 }) => ({ expected_sha256: actual_sha256 })),
    `7.0.0 pop-on pop-on.srt baseline: ${sha256Of('7.0.0', 'pop-on', 'pop-on.srt')}, expected ${sha256Of('5.6.0', 'pop-on', 'pop-on.srt')}`,
  ],
  [
    'runs out of commit order',
    { ...reportOf('5.6.0', '5.9.1'), runs: reportOf('5.6.0', '5.9.1').runs.toReversed() },
    'order of runs: 5.9.1 5.6.0, expected 5.6.0 5.9.1',
  ],
  ['no runs', { ...reportOf('5.6.0'), runs: [] }, 'any runs: false, expected true'],
  ['no proof', { ...reportOf('5.6.0'), proofs: [] }, 'proof unreported_test: absent'],
  [
    'an incomplete run that passes',
    {
      ...reportOf('5.6.0'),
      proofs: [{ name: 'unreported_test', run_id: 99, status: 'pass', planned_count: 10, reported_count: 9 }],
    },
    'proof unreported_test status: pass, expected incomplete',
  ],
])('%s is told', (_, report, broken) => {
  expect(checkTruths(report)).toContain(broken);
});

test('one deviation is told once', () => {
  expect(checkTruths(withRun('7.0.1', () => ({ status: 'pass' })))).toHaveLength(1);
});
