import type { Operation } from '../../../http/operation.ts';
import { revokeLegacyToken as revoke } from '../legacy-tokens.ts';

export const revokeLegacyToken: Operation<'revokeLegacyToken'> = async (context, { path }) => {
  await revoke(context, context.principal, path.user_id);
  return { status: 204 };
};
