import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { diffTurns, inThread } from '../results/comparison-pool.ts';
import { compareOutput } from '../results/output-content.ts';
import { classifiedBytesMax } from '../results/output-class.ts';
import type { StructuredDiff } from '../results/output-diff.ts';
import type { ExplainedOutputRow, ExplainedResult } from './explanations.queries.ts';

/** As many differences as one explanation loads and compares. */
const comparedMax = 5;
const contextLines = 3;

export type FirstHunks = ReadonlyMap<number, StructuredDiff>;

/** Differences by output, of the first outputs that have lines to show; what cannot be compared has none. */
export async function firstHunksOf(
  { blobs }: Pick<AppContext, 'blobs'>,
  { attempt, outputs }: Pick<ExplainedResult, 'attempt' | 'outputs'>,
): Promise<FirstHunks> {
  const found = new Map<number, StructuredDiff>();
  for (const output of outputs.filter(hasLines).slice(0, comparedMax)) {
    const difference = await differenceOf(blobs, attempt, output);
    if (difference !== undefined && difference.hunks.length > 0) found.set(output.output_id, difference);
  }
  return found;
}

function hasLines({ status, class: kind, size_bytes }: ExplainedOutputRow): boolean {
  return status === 'fail' && kind !== 'binary' && kind !== 'not_compared' && (size_bytes ?? 0) <= classifiedBytesMax;
}

async function differenceOf(
  blobs: AppContext['blobs'],
  attempt: number | null,
  output: ExplainedOutputRow,
): Promise<StructuredDiff | undefined> {
  return diffTurns.run(async () => {
    const compared = await compareOutput(blobs, { ...output, attempt }).catch((error: unknown) => {
      // Bytes that are gone or too large leave the rest of the explanation as it is.
      if (error instanceof AppError) return undefined;
      throw error;
    });
    if (compared === undefined) return undefined;
    return inThread('structured', { expected: compared.expected, actual: compared.actual, contextLines });
  });
}
