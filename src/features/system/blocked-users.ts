import type { Kysely } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { forgetAwaitedRuns } from '../runs/awaited-runs.ts';
import { cancelQueuedRuns } from '../runs/run-lifecycle.ts';
import { deleteBlockedUserRow, hasBlockedUser, insertBlockedUser } from './blocked-users.queries.ts';
import type { BlockedUserRow } from './blocked-users.table.ts';

/** What waits of theirs is canceled: pull requests that they opened, and repositories of their own. */
export async function blockUser(
  { db }: Pick<AppContext, 'db'>,
  { domainId, accountId }: AccountPrincipal,
  { githubUserId, comment }: { readonly githubUserId: number; readonly comment: string },
): Promise<BlockedUserRow> {
  const theirs = { domain_id: domainId, github_user_id: githubUserId };
  return db.transaction().execute(async (trx) => {
    const blocked = await insertBlockedUser(trx, { ...theirs, comment, account_id: accountId });
    if (blocked === undefined) throw new AppError('conflict', 'This GitHub account is blocked already.');
    await forgetAwaitedRuns(trx, theirs);
    await cancelQueuedRuns(trx, theirs, `GitHub account ${githubUserId} was blocked by account ${accountId}`);
    return blocked;
  });
}

export async function isBlocked(db: Kysely<Database>, domainId: number, githubUserId: number): Promise<boolean> {
  return hasBlockedUser(db, domainId, githubUserId);
}

export async function unblockUser(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  githubUserId: number,
): Promise<void> {
  if ((await deleteBlockedUserRow(db, domainId, githubUserId)) === undefined) throw notFound('blocked user');
}
