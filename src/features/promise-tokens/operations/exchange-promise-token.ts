import type { Operation } from '../../../http/operation.ts';
import { exchangePromiseToken as exchange } from '../built-in-issuer.ts';

export const exchangePromiseToken: Operation<'exchangePromiseToken'> = async (context, { body, fail }) => {
  const { accountId } = context.principal;
  const exchanged = await exchange(context, body.promise_token, { accountId });
  if (exchanged === undefined) throw fail('promise_token_invalid', 'The promise token cannot be used; make another.');
  const { kind: _, ...tokens } = exchanged;
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: tokens };
};
