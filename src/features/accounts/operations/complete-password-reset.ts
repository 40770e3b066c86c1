import type { Operation } from '../../../http/operation.ts';
import { revokeTokensOf } from '../../tokens/token-revocation.ts';
import { forgetTokensOf } from '../../tokens/verified-tokens.ts';
import { setPasswordByMail } from '../password-by-mail.ts';

export const completePasswordReset: Operation<'completePasswordReset'> = async (context, { body }) => {
  const accountId = await setPasswordByMail(context, body, revokeTokensOf);
  forgetTokensOf(context.db, accountId);
  return { status: 200, body: { user_id: accountId, password_changed: true } };
};
