import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { firstHunksOf, type FirstHunks } from './first-hunks.ts';
import { findExplainedRun, listFailureKinds, type ExplainedRun, type FailureKind } from './explanations.queries.ts';
import {
  explainedCountsView,
  explainedDifferenceView,
  explainedOutputView,
  explainedRunView,
} from './explanations.view.ts';
import { resultHeadline, runHeadline } from './headlines.ts';
import { addressOf, stepsForRun } from './next-steps.ts';
import { addEach, draftWithin, omissions, type Draft } from './within-bytes.ts';

type Schemas = components['schemas'];
type Explanation = Schemas['RunExplanation'];
type Failure = Schemas['ExplainedFailure'];

const kindsMax = 20;
/** Kinds whose first difference is shown, each with so many lines. */
const differencesMax = 5;
const hunkLinesMax = 16;

export interface RunFacts {
  readonly run: ExplainedRun;
  readonly kinds: readonly FailureKind[];
  /** By regression test. */
  readonly hunks: ReadonlyMap<number, FirstHunks>;
}

export async function explainRun(
  context: Pick<AppContext, 'db' | 'blobs'>,
  caller: AccountPrincipal,
  { runId, bytesMax }: { runId: number; bytesMax: number },
): Promise<Explanation> {
  const run = await findExplainedRun(context.db, caller.domainId, runId);
  if (run === undefined) throw notFound('run');
  const kinds = await listFailureKinds(context.db, run.id, kindsMax);
  const hunks = new Map<number, FirstHunks>();
  for (const kind of kinds.slice(0, differencesMax)) {
    const outputs = kind.outputs.slice(0, 1);
    hunks.set(kind.regression_test_id, await firstHunksOf(context, { attempt: kind.attempt, outputs }));
  }
  return runExplanation(caller, { run, kinds, hunks }, bytesMax);
}

/** Every kind of failure once, the largest first, then as many first differences as fit. */
export function runExplanation(caller: AccountPrincipal, facts: RunFacts, bytesMax: number): Explanation {
  const { run, kinds } = facts;
  const steps = stepsForRun(caller, run, kinds[0]?.regression_test_id);
  const places = {
    details: addressOf('getRunExplanation', { run_id: run.id }, '?max_bytes=65536'),
    difference: addressOf('listRunErrors', { run_id: run.id }, '?type=diff_mismatch'),
    results: addressOf('listRunSamples', { run_id: run.id }),
  };
  const unpassed = run.planned_count - run.pass_count;
  const changedCount = [...facts.hunks.values()].reduce((sum, hunks) => sum + changesIn(hunks), 0);
  const draft = draftWithin<Explanation>(bytesMax, skeletonOf(facts), [
    { what: 'details', count: steps.length + 1, path: places.details },
    { what: 'difference_lines', count: changedCount, path: places.difference },
    { what: 'results', count: unpassed, path: places.results },
  ]);
  addEach(
    kinds.map((kind) => failureView(run, kind)),
    (some) => draft.add({ failures: [...some] }),
  );
  const untoldSteps = addEach(steps, (some) => draft.add({ next: [...some] }));
  const untoldRun = draft.add({ run: explainedRunView(run) }) ? 0 : 1;
  const shownChanges = addDifferences(draft, facts);
  const { answer } = draft;
  const told = answer.failures.reduce((sum, { regression_test_ids }) => sum + regression_test_ids.length, 0);
  return {
    ...answer,
    omitted: omissions([
      { what: 'details', count: untoldSteps + untoldRun, path: places.details },
      { what: 'difference_lines', count: changedCount - shownChanges, path: places.difference },
      { what: 'results', count: unpassed - told, path: places.results },
    ]),
  };
}

function skeletonOf({ run, kinds: [first] }: RunFacts): Explanation {
  return {
    run_id: run.id,
    status: run.status,
    headline: runHeadline(run, first?.kind_count ?? 0),
    counts: explainedCountsView(run),
    failures: [],
    next: [],
    omitted: [],
  };
}

function failureView(run: ExplainedRun, kind: FailureKind): Failure {
  const { regression_test_id } = kind;
  return {
    regression_test_id,
    status: kind.status,
    headline: resultHeadline(kind),
    command: kind.command,
    sample_id: kind.sample_id,
    sample_name: kind.sample_name,
    outputs: kind.outputs.map(explainedOutputView),
    result_count: kind.result_count,
    regression_test_ids: [...kind.regression_test_ids],
    explain: addressOf('getResultExplanation', { run_id: run.id, regression_test_id }),
  };
}

/** How many changed lines are shown in the end. */
function addDifferences(draft: Draft<Explanation>, { hunks }: RunFacts): number {
  let shown = 0;
  for (const [regressionTestId, [first]] of [...hunks].map(([id, found]) => [id, [...found]] as const)) {
    if (first === undefined) continue;
    const [outputId, structured] = first;
    const difference = explainedDifferenceView(structured, hunkLinesMax);
    const failures = draft.answer.failures.map((failure) =>
      failure.regression_test_id === regressionTestId
        ? { ...failure, outputs: failure.outputs.map((o) => (o.output_id === outputId ? { ...o, difference } : o)) }
        : failure,
    );
    const isThere = failures.some((failure) => failure.regression_test_id === regressionTestId);
    if (isThere && draft.add({ failures }))
      shown += difference.first_hunk.lines.filter(({ kind }) => kind !== 'context').length;
  }
  return shown;
}

function changesIn(hunks: FirstHunks): number {
  return [...hunks.values()].reduce((sum, { summary }) => sum + summary.added_lines + summary.removed_lines, 0);
}
