import type { Operation } from '../../../http/operation.ts';
import { assertStorable } from '../../samples/storable-text.ts';
import { addCategory } from '../categories.ts';
import { toCategory } from '../regression-tests.view.ts';

export const createCategory: Operation<'createCategory'> = async (context, { body }) => {
  assertStorable({ 'body.name': body.name, 'body.description': body.description });
  const category = await addCategory(context, context.principal.domainId, body);
  return { status: 201, body: toCategory(category) };
};
