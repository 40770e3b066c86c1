import type { Operation } from '../../../http/operation.ts';
import { revokeTokensOf } from '../../tokens/token-revocation.ts';
import { forgetTokensOf } from '../../tokens/verified-tokens.ts';
import { changeAccount } from '../account-changes.ts';
import { toPlatformUser } from '../accounts.view.ts';

export const updateUser: Operation<'updateUser'> = async (context, { path, body }) => {
  const { account } = await changeAccount(context, context.principal, path.user_id, body, revokeTokensOf);
  forgetTokensOf(context.db, account.id);
  return { status: 200, body: toPlatformUser(account) };
};
