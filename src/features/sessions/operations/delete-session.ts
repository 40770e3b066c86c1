import type { Operation } from '../../../http/operation.ts';
import { sessionCleared } from '../../../session-cookie.ts';
import { endSession } from '../../tokens/sessions.ts';

export const deleteSession: Operation<'deleteSession'> = async ({ db, principal }) => {
  const { via, tokenId } = principal;
  if (via === 'cookie' && tokenId !== undefined) await endSession(db, tokenId);
  return { status: 204, headers: { 'Set-Cookie': sessionCleared } };
};
