import type { Operation } from '../../../http/operation.ts';
import { changeExpectedOutput } from '../expected-outputs.ts';
import { toExpectedOutput } from '../regression-tests.view.ts';

export const updateExpectedOutput: Operation<'updateExpectedOutput'> = async (context, { path, body }) => {
  const place = { regressionTestId: path.regression_test_id, outputId: path.output_id };
  const output = await changeExpectedOutput(context, context.principal, place, body);
  return { status: 200, body: toExpectedOutput(output) };
};
