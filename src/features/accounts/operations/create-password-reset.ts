import type { Operation } from '../../../http/operation.ts';
import { askForMail } from '../outgoing-mail.ts';

export const createPasswordReset: Operation<'createPasswordReset'> = async (context, { body }) => {
  await askForMail(context, 'password_reset', body.email);
  return { status: 202, body: { sent: true } };
};
