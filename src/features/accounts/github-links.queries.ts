import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountRow } from './accounts.table.ts';
import type { ConfirmedLinking, Linking } from './github-slips.ts';

export interface LinkableAccount extends AccountRow {
  /** By the database clock, in seconds since 1970. */
  readonly now: number;
}

export async function findLinkableAccount(
  db: Kysely<Database>,
  accountId: number,
): Promise<LinkableAccount | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .select(sql<number>`floor(extract(epoch from now()))::float8`.as('now'))
    .where('id', '=', accountId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
}

/** An account that nobody can use keeps no login from who links it elsewhere in the domain. */
export async function updateDeactivatedUnlinked(
  trx: Transaction<Database>,
  { accountId, githubUserId }: ConfirmedLinking,
): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ github_login: null, github_user_id: null })
    .where('github_user_id', '=', githubUserId)
    .where('deactivated_at', 'is not', null)
    .where('domain_id', '=', (eb) =>
      eb.selectFrom('accounts as own').select('own.domain_id').where('own.id', '=', accountId),
    )
    .execute();
}

/** Undefined when the linking is over, or the link of the account was changed since it began. */
export async function updateLinked(
  trx: Transaction<Database>,
  { accountId, linkChanges, expires, githubUserId, login }: ConfirmedLinking,
): Promise<AccountRow | undefined> {
  return trx
    .updateTable('accounts')
    .set((eb) => ({
      github_login: login,
      github_user_id: githubUserId,
      github_link_changes: eb('github_link_changes', '+', 1),
    }))
    .where('id', '=', accountId)
    .where('github_link_changes', '=', linkChanges)
    .where('deactivated_at', 'is', null)
    .where(sql<boolean>`extract(epoch from now()) < ${expires}`)
    .returningAll()
    .executeTakeFirst();
}

/** Ends what was begun to link, too. */
export async function updateUnlinked(db: Kysely<Database>, accountId: Linking['accountId']): Promise<void> {
  await db
    .updateTable('accounts')
    .set((eb) => ({
      github_login: null,
      github_user_id: null,
      github_link_changes: eb('github_link_changes', '+', 1),
    }))
    .where('id', '=', accountId)
    .execute();
}
