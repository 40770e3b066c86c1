import type { CommitStatus } from '../../forge/github-app.ts';
import type { RunStatus } from '../results/verdict.ts';
import type { ReportedRun } from './reported-runs.queries.ts';

const states: Readonly<Record<RunStatus, CommitStatus['state']>> = {
  queued: 'pending',
  running: 'pending',
  pass: 'success',
  fail: 'failure',
  incomplete: 'failure',
  canceled: 'error',
  error: 'error',
};

const tests = (count: number): string => `${count} ${count === 1 ? 'test' : 'tests'}`;

/** Counts that are not zero, worst first. */
function countsOf(run: ReportedRun): string {
  const counts = [
    [run.fail_count, 'failed'],
    [run.missing_output_count, 'without a declared output'],
    [run.planned_count - run.reported_count, 'not reported'],
    [run.skipped_count, 'skipped'],
    [run.pass_count, 'passed'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}

/** A run's state in one line. */
export function headlineOf(run: ReportedRun): string {
  const headlines: Readonly<Record<RunStatus, () => string>> = {
    queued: () => `Waiting for a worker, ${tests(run.planned_count)} planned`,
    running: () => `${run.reported_count} of ${tests(run.planned_count)} reported`,
    pass: () => `${tests(run.pass_count)} passed`,
    fail: () => `Of ${tests(run.planned_count)}: ${countsOf(run)}`,
    incomplete: () => `Of ${tests(run.planned_count)}: ${countsOf(run)}`,
    canceled: () => `Canceled, ${run.reported_count} of ${tests(run.planned_count)} reported`,
    error: () => `Infrastructure error, ${run.reported_count} of ${tests(run.planned_count)} reported`,
  };
  return headlines[run.status]();
}

/** The commit's status on the run's platform; `publicUrl` is where people reach this installation. */
export function commitStatusOf(run: ReportedRun, publicUrl: string | undefined): CommitStatus {
  return {
    state: states[run.status],
    context: run.domain === 'default' ? `CI - ${run.platform}` : `CI - ${run.platform} (${run.domain})`,
    description: headlineOf(run),
    ...(publicUrl === undefined ? {} : { target_url: `${publicUrl}/api/v1/runs/${run.id}` }),
  };
}
