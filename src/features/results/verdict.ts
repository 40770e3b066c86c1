export type ResultStatus = 'not_started' | 'running' | 'pass' | 'fail' | 'missing_output' | 'skipped';
export type OutputStatus = 'pass' | 'fail' | 'missing_output' | 'missing_expected';
export type RunStatus = 'queued' | 'running' | 'canceled' | 'error' | 'fail' | 'incomplete' | 'pass';
export type RunEnd = 'canceled' | 'infrastructure' | 'completed';

/** What the manifest froze. A null baseline means that nothing has been approved. */
export type PlannedOutput = {
  output_id: number;
  ignore: boolean;
  baseline_sha256: string | null;
  variant_sha256s: readonly string[];
};

export type PlannedTest = {
  expected_rc: number;
  outputs: readonly PlannedOutput[];
};

export type ReportedOutput = { output_id: number; sha256: string };

/** A null exit code means that the command did not exit by itself (timeout, signal). An output_id occurs at most once. */
export type TestReport = { exit_code: number | null; outputs: readonly ReportedOutput[] } | { skipped: true };

export type FailureReason = 'missing_output' | 'exit_code_mismatch' | 'missing_expected' | 'diff_mismatch';

/** `output_id` is null when the failure belongs to the whole test. */
export type Failure = { reason: FailureReason; output_id: number | null };

export type JudgedOutput = { output_id: number; ignore: boolean; status: OutputStatus };

export type JudgedResult = {
  status: Exclude<ResultStatus, 'running'>;
  outputs: JudgedOutput[];
  /** Every reason against the result; the first one decides its status, none means that it passes or was not judged. */
  failures: Failure[];
};

export type ResultTally = {
  planned_count: number;
  reported_count: number;
  pass_count: number;
  fail_count: number;
  missing_output_count: number;
  skipped_count: number;
};

/** `ended` is null while the run is open. */
export type RunAccount = ResultTally & { started: boolean; ended: RunEnd | null };

/**
 * A declared output that was not produced is missing even when nothing is approved for it: it cannot pass for want of
 * anything to compare, and there is nothing to approve.
 */
export function judgeOutput(
  planned: Pick<PlannedOutput, 'baseline_sha256' | 'variant_sha256s'>,
  reported: { sha256: string } | undefined,
): OutputStatus {
  if (reported === undefined) return 'missing_output';
  if (reported.sha256 === planned.baseline_sha256) return 'pass';
  if (planned.variant_sha256s.includes(reported.sha256)) return 'pass';
  const hasExpected = planned.baseline_sha256 !== null || planned.variant_sha256s.length > 0;
  return hasExpected ? 'fail' : 'missing_expected';
}

/** Reported outputs outside the manifest are not judged: the manifest alone says what must be accounted for. */
export function judgeResult(planned: PlannedTest, report: TestReport | undefined): JudgedResult {
  if (report === undefined) return { status: 'not_started', outputs: [], failures: [] };
  if ('skipped' in report) return { status: 'skipped', outputs: [], failures: [] };

  const produced = new Map(report.outputs.map((output) => [output.output_id, output]));
  const outputs = planned.outputs.map((output) => ({
    output_id: output.output_id,
    ignore: output.ignore,
    status: judgeOutput(output, produced.get(output.output_id)),
  }));
  const failures = failuresByPrecedence(outputs, report.exit_code === planned.expected_rc);
  return { status: statusDecidedBy(failures[0]), outputs, failures };
}

/** One status for every planned test, reported or not. A skipped test counts as reported. */
export function tally(results: readonly ResultStatus[]): ResultTally {
  const count = (status: ResultStatus): number => results.filter((result) => result === status).length;
  return {
    planned_count: results.length,
    reported_count: results.length - count('not_started') - count('running'),
    pass_count: count('pass'),
    fail_count: count('fail'),
    missing_output_count: count('missing_output'),
    skipped_count: count('skipped'),
  };
}

/** Pass is proved by counting passes against the plan, so whatever is unaccounted for leaves the run incomplete. */
export function judgeRun(run: RunAccount): RunStatus {
  if (run.ended === null) return run.started ? 'running' : 'queued';
  if (run.ended === 'canceled') return 'canceled';
  if (run.ended === 'infrastructure' || run.reported_count === 0) return 'error';
  if (run.fail_count > 0 || run.missing_output_count > 0) return 'fail';
  const everyPlannedTestPassed = run.planned_count > 0 && run.pass_count === run.planned_count;
  return everyPlannedTestPassed ? 'pass' : 'incomplete';
}

function failuresByPrecedence(outputs: readonly JudgedOutput[], exitCodeMatches: boolean): Failure[] {
  const missing: Failure[] = [];
  const differing: Failure[] = [];
  for (const { output_id, ignore, status } of outputs) {
    if (ignore || status === 'pass') continue;
    if (status === 'missing_output') missing.push({ reason: 'missing_output', output_id });
    else differing.push({ reason: status === 'fail' ? 'diff_mismatch' : 'missing_expected', output_id });
  }
  const exitCode: Failure[] = exitCodeMatches ? [] : [{ reason: 'exit_code_mismatch', output_id: null }];
  return [...missing, ...exitCode, ...differing];
}

function statusDecidedBy(failure: Failure | undefined): 'pass' | 'fail' | 'missing_output' {
  if (failure === undefined) return 'pass';
  return failure.reason === 'missing_output' ? 'missing_output' : 'fail';
}
