import type { Operation } from '../../../http/operation.ts';
import { forbidExtension } from '../forbidden-extensions.ts';

export const createForbiddenExtension: Operation<'createForbiddenExtension'> = async (context, { body }) => {
  const extension = await forbidExtension(context, context.principal.accountId, body.extension);
  return { status: 201, body: { extension } };
};
