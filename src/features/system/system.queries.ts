import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

/** Whether the database answers at all; reads no table. */
export async function findDatabaseTime(db: Kysely<Database>): Promise<string> {
  const { time } = await db.selectNoFrom(sql<string>`now()`.as('time')).executeTakeFirstOrThrow();
  return time;
}

/** Of the run that was completed last, of a commit and not of a pull request. */
export async function findLastTestedCommit(db: Kysely<Database>, domainId: number): Promise<string | undefined> {
  const run = await db
    .selectFrom('runs')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .select('commit_sha')
    .where('runs.domain_id', '=', domainId)
    .where('repositories.registered', '=', true)
    .where('ended', '=', 'completed')
    .where('pr_number', 'is', null)
    .orderBy('completed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return run?.commit_sha;
}
