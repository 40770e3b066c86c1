import type { Operation } from '../../../http/operation.ts';
import { assertStorable } from '../../samples/storable-text.ts';
import { changeCategory } from '../categories.ts';
import { toCategory } from '../regression-tests.view.ts';

export const updateCategory: Operation<'updateCategory'> = async (context, { path, body }) => {
  assertStorable({ 'body.name': body.name, 'body.description': body.description });
  const category = await changeCategory(context, context.principal.domainId, path.category_id, body);
  return { status: 200, body: toCategory(category) };
};
