import type { Operation } from '../../../http/operation.ts';
import { rotateToken as rotate } from '../token-rotation.ts';
import { toAuthToken } from '../tokens.view.ts';

export const rotateToken: Operation<'rotateToken'> = async (context, { path, body }) => {
  const minted = await rotate(context, context.principal, path.token_id, body);
  return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: toAuthToken(minted) };
};
