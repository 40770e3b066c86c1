import type { Operation } from '../../../http/operation.ts';
import { toVariant } from '../regression-tests.view.ts';
import { acceptVariant } from '../variants.ts';

export const createVariant: Operation<'createVariant'> = async (context, { path, body }) => {
  const place = { regressionTestId: path.regression_test_id, outputId: path.output_id };
  const content = { sha256: body.hash, platform: body.platform ?? null };
  const variant = await acceptVariant(context, context.principal, place, content);
  return { status: 201, body: toVariant(variant) };
};
