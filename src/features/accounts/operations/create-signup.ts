import type { Operation } from '../../../http/operation.ts';
import { askForMail } from '../outgoing-mail.ts';

export const createSignup: Operation<'createSignup'> = async (context, { body }) => {
  await askForMail(context, 'signup', body.email);
  return { status: 202, body: { sent: true } };
};
