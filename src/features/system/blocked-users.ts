import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { deleteBlockedUserRow, insertBlockedUser } from './blocked-users.queries.ts';
import type { BlockedUserRow } from './blocked-users.table.ts';

export async function blockUser(
  { db }: Pick<AppContext, 'db'>,
  { domainId, accountId }: AccountPrincipal,
  { githubUserId, comment }: { readonly githubUserId: number; readonly comment: string },
): Promise<BlockedUserRow> {
  const row = { domain_id: domainId, github_user_id: githubUserId, comment, account_id: accountId };
  const blocked = await insertBlockedUser(db, row);
  if (blocked === undefined) throw new AppError('conflict', 'This GitHub account is blocked already.');
  return blocked;
}

export async function unblockUser(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  githubUserId: number,
): Promise<void> {
  if ((await deleteBlockedUserRow(db, domainId, githubUserId)) === undefined) throw notFound('blocked user');
}
