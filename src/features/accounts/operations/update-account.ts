import type { Operation } from '../../../http/operation.ts';
import { confirmPassword } from '../../tokens/login.ts';
import { revokeTokensOf } from '../../tokens/token-revocation.ts';
import { forgetTokensOf } from '../../tokens/verified-tokens.ts';
import { toPlatformUser } from '../accounts.view.ts';
import { changeOwnAccount } from '../own-account.ts';

export const updateAccount: Operation<'updateAccount'> = async (context, { body, clientAddress }) => {
  const account = await changeOwnAccount(context, context.principal, body, {
    confirm: (row, password) => confirmPassword(context, row, { password, clientAddress }),
    revokeTokens: revokeTokensOf,
  });
  forgetTokensOf(context.db, account.id);
  return { status: 200, body: toPlatformUser(account) };
};
