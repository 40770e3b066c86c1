import type { Operation } from '../../../http/operation.ts';
import { assertStorable } from '../../samples/storable-text.ts';
import { addRegressionTest } from '../edit-test.ts';
import { toRegressionTestDetail } from '../regression-tests.view.ts';

export const createRegressionTest: Operation<'createRegressionTest'> = async (context, { body }) => {
  assertStorable({ 'body.description': body.description, 'body.categories': body.categories });
  const test = await addRegressionTest(context, context.principal.domainId, body);
  return {
    status: 201,
    headers: { Location: `/api/v1/regression-tests/${test.id}` },
    body: toRegressionTestDetail(test),
  };
};
