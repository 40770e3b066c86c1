import type { Operation } from '../../../http/operation.ts';
import { unblockUser } from '../blocked-users.ts';

export const deleteBlockedUser: Operation<'deleteBlockedUser'> = async (context, { path }) => {
  await unblockUser(context, context.principal.domainId, path.user_id);
  return { status: 200, body: { user_id: path.user_id, deleted: true } };
};
