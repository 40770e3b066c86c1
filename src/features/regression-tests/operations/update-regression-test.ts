import type { Operation } from '../../../http/operation.ts';
import { assertStorable } from '../../samples/storable-text.ts';
import { changeRegressionTest } from '../edit-test.ts';
import { toRegressionTestDetail } from '../regression-tests.view.ts';

export const updateRegressionTest: Operation<'updateRegressionTest'> = async (context, { path, body }) => {
  assertStorable({ 'body.description': body.description, 'body.categories': body.categories });
  const test = await changeRegressionTest(context, context.principal, path.regression_test_id, body);
  return { status: 200, body: toRegressionTestDetail(test) };
};
