import type { AppContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { ComparisonReference, ComparisonVerdict } from './comparison-verdict.ts';
import {
  countComparedTests,
  findBranchPointReference,
  findComparedRun,
  findMainReference,
  listComparedTests,
  type ComparedTest,
  type ReferenceRun,
} from './run-comparison.queries.ts';

export interface RunComparison {
  readonly reference: ReferenceRun | undefined;
  /** Whether the main branch and the branch point are the same run. */
  readonly isSameAsOther: boolean;
  readonly counts: ReadonlyMap<ComparisonVerdict, number>;
  readonly tests: readonly ComparedTest[];
}

export async function compareRun(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  runId: number,
  query: {
    readonly against: ComparisonReference;
    readonly verdict?: ComparisonVerdict;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<RunComparison> {
  const run = await findComparedRun(db, domainId, runId);
  if (run === undefined) throw notFound('run');
  const main = await findMainReference(db, run);
  const branchPoint = await findBranchPointReference(db, run);
  const reference = query.against === 'main' ? main : branchPoint;
  const runs = { runId, referenceId: reference?.id ?? null };
  return {
    reference,
    isSameAsOther: main !== undefined && main.id === branchPoint?.id,
    counts: await countComparedTests(db, runs),
    tests: await listComparedTests(db, runs, query.verdict, query),
  };
}
