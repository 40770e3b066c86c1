import type { Operation } from '../../../http/operation.ts';
import { removeRegressionTest } from '../edit-test.ts';

export const deleteRegressionTest: Operation<'deleteRegressionTest'> = async (context, { path }) => {
  await removeRegressionTest(context, context.principal.domainId, path.regression_test_id);
  return { status: 200, body: { id: path.regression_test_id, deleted: true } };
};
