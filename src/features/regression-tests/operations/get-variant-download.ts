import type { Operation } from '../../../http/operation.ts';
import { variantFile } from '../accepted-contents.ts';

export const getVariantDownload: Operation<'getVariantDownload'> = async (context, { path }) => {
  const { domainId } = context.principal;
  const key = { domainId, regressionTestId: path.regression_test_id, outputId: path.output_id };
  const body = await variantFile(context, key, path.variant_id);
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body };
};
