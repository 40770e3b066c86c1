import type { Operation } from '../../../http/operation.ts';
import { logIn } from '../login.ts';
import { mintToken } from '../token-minting.ts';
import { toAuthToken } from '../tokens.view.ts';

export const createToken: Operation<'createToken'> = async (context, { body, clientAddress }) => {
  const account = await logIn(context, { email: body.email, password: body.password, clientAddress });
  const minted = await mintToken(context, account, body);
  return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: toAuthToken(minted) };
};
