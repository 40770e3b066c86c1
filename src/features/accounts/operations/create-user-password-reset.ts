import type { Operation } from '../../../http/operation.ts';
import { askForMailTo } from '../outgoing-mail.ts';

export const createUserPasswordReset: Operation<'createUserPasswordReset'> = async (context, { path }) => {
  const sent = await askForMailTo(context, context.principal, path.user_id);
  return { status: 202, body: { user_id: path.user_id, sent } };
};
