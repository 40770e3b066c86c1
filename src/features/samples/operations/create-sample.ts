import type { Operation } from '../../../http/operation.ts';
import { toSample } from '../samples.view.ts';
import { assertStorable } from '../storable-text.ts';
import { uploadSample } from '../upload-sample.ts';

export const createSample: Operation<'createSample'> = async (context, { query, body, signal }) => {
  const { filename, sha256, tags = [] } = query;
  assertStorable({ 'query.tags': tags });
  const upload = { body, filename, expectedSha256: sha256, tags, signal };
  const sample = await uploadSample(context, context.principal, upload);
  return { status: 201, headers: { Location: `/api/v1/samples/${sample.id}` }, body: toSample(sample) };
};
