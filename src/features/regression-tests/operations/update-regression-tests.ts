import type { Operation } from '../../../http/operation.ts';
import { setActive } from '../test-activation.ts';

export const updateRegressionTests: Operation<'updateRegressionTests'> = async (context, { body }) => {
  const { regression_test_ids, active } = body;
  const { changed, unchanged } = await setActive(context, context.principal.domainId, regression_test_ids, active);
  return { status: 200, body: { active, changed_ids: changed, unchanged_ids: unchanged } };
};
