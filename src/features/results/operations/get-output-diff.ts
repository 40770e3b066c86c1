import type { Operation } from '../../../http/operation.ts';
import { compareOutput, existingOutput } from '../output-content.ts';
import { structuredDiff, unifiedDiff } from '../output-diff.ts';
import { diffView, unifiedDiffView } from '../results.view.ts';

export const getOutputDiff: Operation<'getOutputDiff'> = async (context, { path, query }) => {
  const output = await existingOutput(context.db, context.principal.domainId, path);
  const comparison = await compareOutput(context.blobs, output);
  const { expected, actual } = comparison;
  const options = { contextLines: query.context_lines };
  const body =
    query.format === 'unified'
      ? unifiedDiffView(path, comparison, unifiedDiff(expected, actual, options))
      : diffView(path, comparison, structuredDiff(expected, actual, options));
  return { status: 200, body };
};
