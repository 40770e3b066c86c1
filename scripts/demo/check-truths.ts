import { createHash } from 'node:crypto';
import { commitShaOf, versions, type Version } from './builds.ts';
import type {
  DemoOutput,
  DemoProof,
  DemoReport,
  DemoResult,
  DemoRun,
  OutputStatus,
  ResultStatus,
} from './demo-report.ts';
import { regressionTests, type ExpectedOutput, type RegressionTestName } from './suite.ts';
import { approvedVersions, truthOf, type Content } from './truths.ts';

type SuiteTest = (typeof regressionTests)[number];

interface Verdict {
  readonly status: ResultStatus;
  readonly outputs: readonly OutputStatus[];
}

interface OutputOfRun {
  readonly version: Version;
  readonly content: Content;
  readonly actual: string | null;
}

const emptySha256 = createHash('sha256').digest('hex');

function mismatch(what: string, actual: unknown, expected: unknown): string[] {
  return actual === expected ? [] : [`${what}: ${String(actual)}, expected ${String(expected)}`];
}

function contentOf(version: Version, test: RegressionTestName, filename: string): Content {
  return truthOf(version, test).outputs[filename] ?? 'missing';
}

/** A missing output cannot be approved: an earlier baseline stays. */
function baselineVersion(
  test: RegressionTestName,
  filename: string,
  approved: readonly Version[],
): Version | undefined {
  return approved.findLast((version) => contentOf(version, test, filename) !== 'missing');
}

function judgeOutput(
  version: Version,
  test: RegressionTestName,
  filename: string,
  approved: readonly Version[],
): OutputStatus {
  const content = contentOf(version, test, filename);
  const baseline = baselineVersion(test, filename, approved);
  if (content === 'missing') return 'missing_output';
  if (baseline === undefined) return 'missing_expected';
  return contentOf(baseline, test, filename) === content ? 'pass' : 'fail';
}

function judge(version: Version, test: SuiteTest, approved: readonly Version[]): Verdict {
  const outputs = test.outputs.map((output) => judgeOutput(version, test.name, output.expected_filename, approved));
  const hasPassed =
    truthOf(version, test.name).exit_code === test.expected_rc && outputs.every((each) => each === 'pass');
  if (outputs.includes('missing_output')) return { status: 'missing_output', outputs };
  return { status: hasPassed ? 'pass' : 'fail', outputs };
}

function judgeRun(version: Version, approved: readonly Version[]): 'pass' | 'fail' {
  return regressionTests.every((test) => judge(version, test, approved).status === 'pass') ? 'pass' : 'fail';
}

function findResult(run: DemoRun, { outputs: [output] }: SuiteTest): DemoResult | undefined {
  return run.results.find((result) => result.outputs.some((each) => each.filename === output?.expected_filename));
}

function findOutput(result: DemoResult | undefined, { expected_filename }: ExpectedOutput): DemoOutput | undefined {
  return result?.outputs.find((each) => each.filename === expected_filename);
}

function brokenInResult(run: DemoRun, test: SuiteTest, approved: readonly Version[]): string[] {
  const what = `${run.version} ${test.name}`;
  const result = findResult(run, test);
  if (result === undefined) return [`${what}: no result`];
  const verdict = judge(run.version, test, approved);
  return [
    ...mismatch(`${what} status`, result.status, verdict.status),
    ...mismatch(`${what} exit code`, result.exit_code, truthOf(run.version, test.name).exit_code),
    ...mismatch(`${what} expected exit code`, result.expected_rc, test.expected_rc),
    ...mismatch(`${what} number of outputs`, result.outputs.length, test.outputs.length),
    ...test.outputs.flatMap((output, index) =>
      mismatch(
        `${what} ${output.expected_filename} status`,
        findOutput(result, output)?.status,
        verdict.outputs[index],
      ),
    ),
  ];
}

function brokenCounts(run: DemoRun, approved: readonly Version[]): string[] {
  const statuses = regressionTests.map((test) => judge(run.version, test, approved).status);
  const count = (status: ResultStatus): number => statuses.filter((each) => each === status).length;
  return [
    ...mismatch(`${run.version} planned tests`, run.planned_count, regressionTests.length),
    ...mismatch(`${run.version} results`, run.results.length, regressionTests.length),
    ...mismatch(`${run.version} passed`, run.pass_count, count('pass')),
    ...mismatch(`${run.version} failed`, run.fail_count, count('fail')),
    ...mismatch(`${run.version} missing outputs`, run.missing_output_count, count('missing_output')),
  ];
}

function brokenInRun(run: DemoRun, index: number, runs: readonly DemoRun[]): string[] {
  const ran = runs.map(({ version }) => version);
  const approvedBefore = approvedVersions(ran).filter((version) => ran.indexOf(version) < index);
  const approved = approvedVersions(ran).filter((version) => ran.indexOf(version) <= index);
  return [
    ...mismatch(`${run.version} commit`, run.commit_sha, commitShaOf(run.version)),
    ...mismatch(`${run.version} first status`, run.first_status, judgeRun(run.version, approvedBefore)),
    ...mismatch(`${run.version} status`, run.status, judgeRun(run.version, approved)),
    ...brokenCounts(run, approved),
    ...regressionTests.flatMap((test) => brokenInResult(run, test, approved)),
    ...regressionTests.flatMap((test) => brokenBaselines(run, test, approved, runs)),
  ];
}

function actualSha256(run: DemoRun | undefined, test: SuiteTest, output: ExpectedOutput): string | null {
  return (run && findOutput(findResult(run, test), output)?.actual_sha256) ?? null;
}

function brokenBaselines(
  run: DemoRun,
  test: SuiteTest,
  approved: readonly Version[],
  runs: readonly DemoRun[],
): string[] {
  return test.outputs.flatMap((output) => {
    const baseline = baselineVersion(test.name, output.expected_filename, approved);
    const baselineRun = runs.find(({ version }) => version === baseline);
    return mismatch(
      `${run.version} ${test.name} ${output.expected_filename} baseline`,
      findOutput(findResult(run, test), output)?.expected_sha256 ?? null,
      actualSha256(baselineRun, test, output),
    );
  });
}

function brokenBytes(what: string, { content, actual }: OutputOfRun, before: readonly OutputOfRun[]): string[] {
  if (content === 'missing') return mismatch(what, actual, null);
  if (actual === null) return [`${what}: no bytes, expected ${content}`];
  if (content === 'empty') return mismatch(what, actual, emptySha256);
  return before.flatMap((other) =>
    (other.content === content) === (other.actual === actual)
      ? []
      : [
          `${what}: ${content}, yet its bytes ${other.actual === actual ? 'equal' : 'differ from'} those of ${other.version}`,
        ],
  );
}

function brokenContents(test: SuiteTest, output: ExpectedOutput, runs: readonly DemoRun[]): string[] {
  const outputs = runs.map((run) => ({
    version: run.version,
    content: contentOf(run.version, test.name, output.expected_filename),
    actual: actualSha256(run, test, output),
  }));
  return outputs.flatMap((each, index) =>
    brokenBytes(`${each.version} ${test.name} ${output.expected_filename} bytes`, each, outputs.slice(0, index)),
  );
}

function brokenOrder(runs: readonly DemoRun[]): string[] {
  const ran = runs.map(({ version }) => version);
  const inCommitOrder = versions.filter((version) => ran.includes(version));
  return mismatch('order of runs', ran.join(' '), inCommitOrder.join(' '));
}

function brokenProof(proof: DemoProof | undefined): string[] {
  if (proof === undefined) return ['proof unreported_test: absent'];
  return [
    ...mismatch('proof unreported_test status', proof.status, 'incomplete'),
    ...mismatch('proof unreported_test results', proof.reported_count, proof.planned_count - 1),
  ];
}

/** One sentence for each truth that the report breaks; none if all hold, whichever versions ran. */
export function checkTruths({ runs, proofs }: DemoReport): string[] {
  return [
    ...mismatch('any runs', runs.length > 0, true),
    ...brokenOrder(runs),
    ...runs.flatMap(brokenInRun),
    ...regressionTests.flatMap((test) => test.outputs.flatMap((output) => brokenContents(test, output, runs))),
    ...brokenProof(proofs.find(({ name }) => name === 'unreported_test')),
  ];
}
