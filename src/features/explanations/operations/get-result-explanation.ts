import type { Operation } from '../../../http/operation.ts';
import { explainResult } from '../explain-result.ts';

export const getResultExplanation: Operation<'getResultExplanation'> = async (context, { path, query }) => {
  const asked = { runId: path.run_id, regressionTestId: path.regression_test_id, bytesMax: query.max_bytes };
  return { status: 200, body: await explainResult(context, context.principal, asked) };
};
