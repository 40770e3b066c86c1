import type { Operation } from '../../../http/operation.ts';
import { removeExpectedOutput } from '../expected-outputs.ts';

export const deleteExpectedOutput: Operation<'deleteExpectedOutput'> = async (context, { path }) => {
  const place = { regressionTestId: path.regression_test_id, outputId: path.output_id };
  await removeExpectedOutput(context, context.principal.domainId, place);
  return { status: 200, body: { id: path.output_id, deleted: true } };
};
