import type { Operation } from '../../../http/operation.ts';
import { sessionCleared } from '../../../session-cookie.ts';
import { endSession } from '../../tokens/sessions.ts';

export const deleteSession: Operation<'deleteSession'> = async ({ db, principal }) => {
  if (principal.via === 'cookie') await endSession(db, principal.account.tokenId);
  return { status: 204, headers: { 'Set-Cookie': sessionCleared } };
};
