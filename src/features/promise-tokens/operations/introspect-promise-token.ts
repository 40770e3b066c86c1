import type { Operation } from '../../../http/operation.ts';
import { inspectPromiseToken } from '../built-in-issuer.ts';
import { toIntrospection } from '../promise-tokens.view.ts';

export const introspectPromiseToken: Operation<'introspectPromiseToken'> = async (context, { body }) => {
  const { principal, settings } = context;
  const found = await inspectPromiseToken(context, body.token, { domainId: principal.domainId });
  const told = toIntrospection(found, settings.publicUrl ?? '');
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: told };
};
