import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { AwaitedRunRow, AwaitedRunsTable } from './runs.table.ts';

type Trx = Transaction<Database>;

/** What a build is of. */
export interface BuiltCommit {
  readonly repository_id: number;
  readonly commit_sha: string;
  readonly platform: Platform;
}

/** Whoever waits for a build and whoever brings it see one another: until the transaction ends, one of them goes on. */
export async function lockBuiltCommit(trx: Trx, { repository_id, commit_sha, platform }: BuiltCommit): Promise<void> {
  const key = `build ${repository_id} ${commit_sha} ${platform}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

/** False when it is awaited already. */
export async function insertAwaitedRun(trx: Trx, run: Insertable<AwaitedRunsTable>): Promise<boolean> {
  const inserted = await trx
    .insertInto('awaited_runs')
    .values(run)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function deleteAwaitedRunsOf(trx: Trx, commit: BuiltCommit): Promise<AwaitedRunRow[]> {
  return trx
    .deleteFrom('awaited_runs')
    .where('repository_id', '=', commit.repository_id)
    .where('commit_sha', '=', commit.commit_sha)
    .where('platform', '=', commit.platform)
    .returningAll()
    .execute();
}

export type AwaitedFilter =
  | { readonly repository_id: number; readonly commit_sha: string }
  | { readonly repository_id: number; readonly pr_number: number }
  | { readonly domain_id: number; readonly github_user_id: number };

/** How many there were. */
export async function deleteAwaitedRuns(trx: Trx, filter: AwaitedFilter): Promise<number> {
  const deleted = await trx
    .deleteFrom('awaited_runs')
    .where((eb) => eb.and(filter as Partial<AwaitedRunRow>))
    .returning('id')
    .execute();
  return deleted.length;
}

export async function deleteOldAwaitedRuns(db: Kysely<Database>, olderThanDays: number): Promise<void> {
  await db
    .deleteFrom('awaited_runs')
    .where('created_at', '<', sql<string>`now() - ${olderThanDays} * interval '1 day'`)
    .execute();
}

/** Whether the commit has a run of the same kind that was not canceled. */
export async function hasRunOf(trx: Trx, commit: BuiltCommit, pr_number: number | null): Promise<boolean> {
  const run = await trx
    .selectFrom('runs')
    .select('id')
    .where('repository_id', '=', commit.repository_id)
    .where('commit_sha', '=', commit.commit_sha)
    .where('platform', '=', commit.platform)
    .where('pr_number', 'is not distinct from', pr_number)
    .where('ended', 'is distinct from', 'canceled')
    .limit(1)
    .executeTakeFirst();
  return run !== undefined;
}
