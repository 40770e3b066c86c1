import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { firstHunksOf, type FirstHunks } from './first-hunks.ts';
import { findRegression, listNewLogLines, type ComparableRun } from './comparable-results.queries.ts';
import {
  findAlike,
  findExplainedResult,
  findExplainedRun,
  type ExplainedResult,
  type ExplainedRun,
} from './explanations.queries.ts';
import {
  comparableRunView,
  explainedDifferenceView,
  explainedExitView,
  explainedOutputView,
  explainedRunView,
  explainedTestView,
} from './explanations.view.ts';
import { resultHeadline } from './headlines.ts';
import { addressOf, stepsForResult } from './next-steps.ts';
import { addEach, draftWithin, omissions, type Draft } from './within-bytes.ts';

type Explanation = components['schemas']['ResultExplanation'];
type Reading = Pick<AppContext, 'db' | 'blobs'>;

const logLinesMax = 20;
const hunkLinesMax = 64;

export interface ResultFacts {
  readonly run: ExplainedRun;
  readonly result: ExplainedResult;
  readonly alike: { readonly count: number; readonly regression_test_ids: readonly number[] };
  readonly regression: { readonly last_passed: ComparableRun | null; readonly first_failed: ComparableRun | null };
  readonly logLines: Awaited<ReturnType<typeof listNewLogLines>>;
  readonly hunks: FirstHunks;
}

export async function explainResult(
  context: Reading,
  caller: AccountPrincipal,
  { runId, regressionTestId, bytesMax }: { runId: number; regressionTestId: number; bytesMax: number },
): Promise<Explanation> {
  const { db } = context;
  const run = await findExplainedRun(db, caller.domainId, runId);
  if (run === undefined) throw notFound('result');
  const result = await findExplainedResult(db, run.id, regressionTestId);
  if (result === undefined) throw notFound('result');
  const [alike, regression, logLines, hunks] = [
    await findAlike(db, run.id, regressionTestId),
    await findRegression(db, run, regressionTestId),
    await listNewLogLines(db, run, result, logLinesMax),
    await firstHunksOf(context, result),
  ];
  return resultExplanation(caller, { run, result, alike, regression, logLines, hunks }, bytesMax);
}

/** What matters most comes first, and what does not fit any more is told with where to read it. */
export function resultExplanation(caller: AccountPrincipal, facts: ResultFacts, bytesMax: number): Explanation {
  const { run, result, alike } = facts;
  const { outputs } = result;
  const steps = stepsForResult(caller, run, result);
  const places = placesOf(facts);
  const lineCount = facts.logLines[0]?.total ?? 0;
  const changedCount = [...facts.hunks.values()].reduce(
    (sum, { summary }) => sum + summary.added_lines + summary.removed_lines,
    0,
  );
  const detailsMax = outputs.length + steps.length + 4;
  const draft = draftWithin<Explanation>(bytesMax, skeletonOf(facts), [
    { what: 'details', count: detailsMax, path: places.details },
    { what: 'difference_lines', count: changedCount, path: places.difference },
    { what: 'log_lines', count: lineCount, path: places.logLines },
    { what: 'results', count: alike.count, path: places.results },
  ]);
  const mayReadLog = caller.scopes.includes('system:read');
  const shownLines = mayReadLog ? facts.logLines.map(({ line, level, message }) => ({ line, level, message })) : [];
  const lost = (change: Partial<Explanation>): number => (draft.add(change) ? 0 : 1);
  const details =
    lost({ exit: explainedExitView(result) }) +
    lost({ test: explainedTestView(result) }) +
    addEach(outputs.map(explainedOutputView), (some) => draft.add({ outputs: [...some] })) +
    lost(historyOf(facts)) +
    addEach(steps, (some) => draft.add({ next: [...some] })) +
    lost({ run: explainedRunView(run) });
  const shownChanges = addDifferences(draft, facts.hunks);
  addEach(shownLines, (some) => draft.add({ log_lines: [...some] }));
  addEach(alike.regression_test_ids, (some) =>
    draft.add({ alike: { count: alike.count, regression_test_ids: [...some] } }),
  );
  const { answer } = draft;
  return {
    ...answer,
    omitted: omissions([
      { what: 'details', count: details, path: places.details },
      { what: 'difference_lines', count: changedCount - shownChanges, path: places.difference },
      { what: 'log_lines', count: lineCount - answer.log_lines.length, path: places.logLines },
      { what: 'results', count: alike.count - answer.alike.regression_test_ids.length, path: places.results },
    ]),
  };
}

function skeletonOf({ run, result, alike }: ResultFacts): Explanation {
  return {
    run_id: run.id,
    run_status: run.status,
    regression_test_id: result.regression_test_id,
    status: result.status,
    headline: resultHeadline(result),
    outputs: [],
    log_lines: [],
    alike: { count: alike.count, regression_test_ids: [] },
    next: [],
    omitted: [],
  };
}

function historyOf({ result, regression: { last_passed, first_failed } }: ResultFacts): Partial<Explanation> {
  if (result.status === 'pass') return {};
  return {
    history: {
      ...(last_passed === null ? {} : { last_passed: comparableRunView(last_passed) }),
      ...(first_failed === null ? {} : { first_failed: comparableRunView(first_failed) }),
    },
  };
}

/** As many lines of each first hunk as fit, whole or halved until they do; how many changed lines are shown. */
function addDifferences(draft: Draft<Explanation>, hunks: FirstHunks): number {
  let changedShown = 0;
  for (const [outputId, difference] of hunks) {
    for (let linesMax = hunkLinesMax; linesMax >= 1; linesMax = Math.floor(linesMax / 2)) {
      const shown = explainedDifferenceView(difference, linesMax);
      const outputs = draft.answer.outputs.map((output) =>
        output.output_id === outputId ? { ...output, difference: shown } : output,
      );
      const isThere = outputs.some((output) => output.output_id === outputId);
      if (isThere && draft.add({ outputs })) {
        changedShown += shown.first_hunk.lines.filter(({ kind }) => kind !== 'context').length;
        break;
      }
    }
  }
  return changedShown;
}

function placesOf({
  run,
  result,
  hunks,
}: ResultFacts): Record<'details' | 'difference' | 'logLines' | 'results', string> {
  const { regression_test_id, sample_id } = result;
  const values = { run_id: run.id, regression_test_id, regression_id: regression_test_id, sample_id };
  const [output_id = 0] = hunks.keys();
  return {
    details: addressOf('getResultExplanation', values, '?max_bytes=65536'),
    difference: addressOf('getOutputDiff', { ...values, output_id }),
    logLines: addressOf('listRunLogs', values, `?regression_test_id=${regression_test_id}`),
    results: addressOf('listRunSamples', values, `?status=${result.status}`),
  };
}
