import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { BlockedUserRow, BlockedUsersTable } from './blocked-users.table.ts';

export async function listBlockedUserRows(
  db: Kysely<Database>,
  domainId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<BlockedUserRow[]> {
  return db
    .selectFrom('blocked_users')
    .selectAll()
    .where('domain_id', '=', domainId)
    .orderBy('github_user_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countBlockedUsers(db: Kysely<Database>, domainId: number): Promise<number> {
  const { count } = await db
    .selectFrom('blocked_users')
    .where('domain_id', '=', domainId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Undefined when the domain has blocked the account already. */
export async function insertBlockedUser(
  db: Kysely<Database>,
  user: Insertable<BlockedUsersTable>,
): Promise<BlockedUserRow | undefined> {
  return db
    .insertInto('blocked_users')
    .values(user)
    .onConflict((conflict) => conflict.columns(['domain_id', 'github_user_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Undefined when the domain has not blocked the account. */
export async function deleteBlockedUserRow(
  db: Kysely<Database>,
  domainId: number,
  githubUserId: number,
): Promise<number | undefined> {
  const deleted = await db
    .deleteFrom('blocked_users')
    .where('domain_id', '=', domainId)
    .where('github_user_id', '=', githubUserId)
    .returning('github_user_id')
    .executeTakeFirst();
  return deleted?.github_user_id;
}

export async function hasBlockedUser(db: Kysely<Database>, domainId: number, githubUserId: number): Promise<boolean> {
  const blocked = await db
    .selectFrom('blocked_users')
    .select('github_user_id')
    .where('domain_id', '=', domainId)
    .where('github_user_id', '=', githubUserId)
    .executeTakeFirst();
  return blocked !== undefined;
}
