import type { Operation } from '../../../http/operation.ts';
import { diffTurns, inThread } from '../comparison-pool.ts';
import { compareOutput, existingOutput } from '../output-content.ts';
import { diffView, unifiedDiffView } from '../results.view.ts';

export const getOutputDiff: Operation<'getOutputDiff'> = async (context, { path, query }) => {
  const output = await existingOutput(context.db, context.principal.domainId, path);
  const body = await diffTurns.run(async () => {
    const comparison = await compareOutput(context.blobs, output);
    const task = { expected: comparison.expected, actual: comparison.actual, contextLines: query.context_lines };
    return query.format === 'unified'
      ? unifiedDiffView(path, comparison, await inThread('unified', task))
      : diffView(path, comparison, await inThread('structured', task));
  });
  return { status: 200, body };
};
