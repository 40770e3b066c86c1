import type { Operation } from '../../../http/operation.ts';
import { removeCategory } from '../categories.ts';

export const deleteCategory: Operation<'deleteCategory'> = async (context, { path }) => {
  await removeCategory(context, context.principal.domainId, path.category_id);
  return { status: 200, body: { id: path.category_id, deleted: true } };
};
