import type { Operation } from '../../../http/operation.ts';
import { mintChild } from '../child-tokens.ts';
import { toAuthToken } from '../tokens.view.ts';

export const createChildToken: Operation<'createChildToken'> = async (context, { body }) => {
  const minted = await mintChild(context, context.principal, body);
  return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: toAuthToken(minted) };
};
