import type { Operation } from '../../../http/operation.ts';
import { issueLegacyToken } from '../legacy-tokens.ts';
import { toLegacyToken } from '../tokens.view.ts';

export const createLegacyToken: Operation<'createLegacyToken'> = async (context, { path }) => {
  const minted = await issueLegacyToken(context, context.principal, path.user_id);
  return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: toLegacyToken(minted) };
};
