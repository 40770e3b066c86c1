import type { Operation } from '../../../http/operation.ts';
import { existingOutput, expectedSha256, showContent } from '../output-content.ts';
import { outputFileView } from '../results.view.ts';

export const getExpectedOutput: Operation<'getExpectedOutput'> = async (context, { path, query }) => {
  const { domainId } = context.principal;
  const output = await existingOutput(context.db, domainId, path);
  const file = await showContent(context, domainId, output, { sha256: expectedSha256(output), format: query.format });
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: outputFileView(path, file) };
};
