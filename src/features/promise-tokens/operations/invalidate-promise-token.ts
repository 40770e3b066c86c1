import type { Operation } from '../../../http/operation.ts';
import { endPromiseToken } from '../built-in-issuer.ts';

export const invalidatePromiseToken: Operation<'invalidatePromiseToken'> = async (context, { body }) => {
  const { accountId, domainId, role } = context.principal;
  await endPromiseToken(context, body.promise_token, role === 'admin' ? { domainId } : { accountId });
  return { status: 204 };
};
