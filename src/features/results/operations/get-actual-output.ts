import type { Operation } from '../../../http/operation.ts';
import { actualSha256, existingOutput, showContent, type ContentFormat } from '../output-content.ts';
import type { OutputAddress } from '../result-reads.queries.ts';
import { outputFileView } from '../results.view.ts';

export const getActualOutput: Operation<'getActualOutput'> = async (context, { path, query: { format } }) => {
  const { domainId } = context.principal;
  const output = await existingOutput(context.db, domainId, path);
  const sha256 = actualSha256(output);
  if (sha256 === output.baseline_sha256) return { status: 303, headers: { Location: expectedAddress(path, format) } };
  const file = await showContent(context, domainId, output, { sha256, format });
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: outputFileView(path, file) };
};

function expectedAddress(
  { run_id, sample_id, regression_id, output_id }: OutputAddress,
  format: ContentFormat,
): string {
  const test = `/api/v1/runs/${run_id}/samples/${sample_id}/regression-tests/${regression_id}`;
  return `${test}/outputs/${output_id}/expected?format=${format}`;
}
