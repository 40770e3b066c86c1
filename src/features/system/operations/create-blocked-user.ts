import type { Operation } from '../../../http/operation.ts';
import { blockUser } from '../blocked-users.ts';
import { toBlockedUser } from '../system.view.ts';

export const createBlockedUser: Operation<'createBlockedUser'> = async (context, { body }) => {
  const { user_id: githubUserId, comment } = body;
  const blocked = await blockUser(context, context.principal, { githubUserId, comment });
  return { status: 201, body: toBlockedUser(blocked) };
};
