import type { Operation } from '../../../http/operation.ts';
import { revokeTokensOf } from '../../tokens/token-revocation.ts';
import { forgetTokensOf } from '../../tokens/verified-tokens.ts';
import { deactivateAccount } from '../account-changes.ts';

export const deactivateUser: Operation<'deactivateUser'> = async (context, { path }) => {
  const { account, tokensRevoked } = await deactivateAccount(context, context.principal, path.user_id, revokeTokensOf);
  forgetTokensOf(context.db, account.id);
  return { status: 200, body: { user_id: account.id, deactivated: true, tokens_revoked: tokensRevoked } };
};
