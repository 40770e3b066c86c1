import type { ExplainedResult, ExplainedRun } from './explanations.queries.ts';

type Judged = Pick<ExplainedResult, 'status' | 'exit_code' | 'expected_rc' | 'timed_out' | 'timeout_ms'> & {
  readonly outputs: readonly Pick<ExplainedResult['outputs'][number], 'ignore' | 'status' | 'class'>[];
};

/** What came of one test, in numbers and words of ours alone: no text of others is in it, and it stays short. */
export function resultHeadline(result: Judged): string {
  if (result.status === 'not_started') return 'The test has no result.';
  if (result.status === 'skipped') return 'The worker skipped the test.';
  if (result.status === 'pass') return 'The test passed.';
  return [exitText(result), ...outputTexts(result)].filter((text) => text !== '').join(' ');
}

function exitText({ exit_code, expected_rc, timed_out, timeout_ms }: Judged): string {
  if (timed_out) return `Stopped at its limit of ${timeout_ms} ms.`;
  return exit_code === expected_rc ? '' : `Exit code ${exit_code} instead of ${expected_rc}.`;
}

function outputTexts({ outputs }: Judged): string[] {
  const deciding = outputs.filter(({ ignore }) => !ignore);
  const count = (status: string): number => deciding.filter((output) => output.status === status).length;
  const [different] = deciding.filter(({ status }) => status === 'fail');
  return [
    told(count('missing_output'), 'missing'),
    told(count('fail'), `different (first: ${different?.class ?? ''})`),
    told(count('missing_expected'), 'without approved content'),
  ];
}

const told = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? 'output' : 'outputs'} ${what}.`;

export function runHeadline(run: ExplainedRun, kindCount: number): string {
  const { planned_count: planned, pass_count: passed } = run;
  if (run.ended === null) return `The run is ${run.status}: ${run.reported_count} of ${planned} tests reported.`;
  const ended = { canceled: 'was canceled', infrastructure: 'was ended by infrastructure', completed: 'is complete' };
  const kinds = kindCount === 0 ? '' : ` The others are of ${kindCount} ${kindCount === 1 ? 'kind' : 'kinds'}.`;
  return `The run ${ended[run.ended]}: ${passed} of ${planned} tests passed.${kinds}`;
}
