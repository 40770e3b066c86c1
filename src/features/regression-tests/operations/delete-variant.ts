import type { Operation } from '../../../http/operation.ts';
import { withdrawVariant } from '../variants.ts';

export const deleteVariant: Operation<'deleteVariant'> = async (context, { path }) => {
  const place = { regressionTestId: path.regression_test_id, outputId: path.output_id };
  await withdrawVariant(context, context.principal, place, path.variant_id);
  return { status: 200, body: { id: path.variant_id, deleted: true } };
};
