import type { Operation } from '../../../http/operation.ts';
import { changeSample } from '../change-sample.ts';
import { assertStorable } from '../storable-text.ts';

export const updateSample: Operation<'updateSample'> = async (context, { path, body }) => {
  const { tags, parameters, notes } = body;
  assertStorable({ 'body.tags': tags, 'body.parameters': parameters, 'body.notes': notes });
  const sample = await changeSample(context, context.principal.domainId, path.sample_id, body);
  return { status: 200, body: { sample_id: sample.id, tags: sample.tags } };
};
