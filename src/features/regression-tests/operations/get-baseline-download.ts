import type { Operation } from '../../../http/operation.ts';
import { baselineFile } from '../accepted-contents.ts';

export const getBaselineDownload: Operation<'getBaselineDownload'> = async (context, { path }) => {
  const { domainId } = context.principal;
  const key = { domainId, regressionTestId: path.regression_test_id, outputId: path.output_id };
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: await baselineFile(context, key) };
};
