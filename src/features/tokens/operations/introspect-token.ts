import type { Operation } from '../../../http/operation.ts';
import { introspect, tokenIn } from '../introspection.ts';

export const introspectToken: Operation<'introspectToken'> = async (context, { body }) => {
  const told = await introspect(context, context.principal, tokenIn(await body.read()));
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: told };
};
