import type { Operation } from '../../../http/operation.ts';
import { allowExtension } from '../forbidden-extensions.ts';

export const deleteForbiddenExtension: Operation<'deleteForbiddenExtension'> = async (context, { path }) => {
  const extension = await allowExtension(context, path.extension);
  return { status: 200, body: { extension, deleted: true } };
};
