import type { Operation } from '../../../http/operation.ts';
import { addExpectedOutput } from '../expected-outputs.ts';
import { toExpectedOutput } from '../regression-tests.view.ts';

export const createExpectedOutput: Operation<'createExpectedOutput'> = async (context, { path, body }) => {
  const output = await addExpectedOutput(context, context.principal, path.regression_test_id, body);
  return { status: 201, body: toExpectedOutput(output) };
};
