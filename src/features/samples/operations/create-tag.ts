import type { Operation } from '../../../http/operation.ts';
import { toTag } from '../samples.view.ts';
import { assertStorable } from '../storable-text.ts';
import { addTag } from '../tags.ts';

export const createTag: Operation<'createTag'> = async (context, { body }) => {
  assertStorable({ 'body.description': body.description });
  const tag = await addTag(context, context.principal.domainId, body);
  return { status: 201, body: toTag(tag) };
};
