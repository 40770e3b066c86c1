import type { Operation } from '../../../http/operation.ts';
import { toRegressionTestDetail } from '../regression-tests.view.ts';
import { existingRegressionTest } from '../test-lookup.ts';

export const getRegressionTest: Operation<'getRegressionTest'> = async ({ db, principal }, { path }) => {
  const test = await existingRegressionTest(db, principal.domainId, path.regression_test_id);
  return { status: 200, body: toRegressionTestDetail(test) };
};
