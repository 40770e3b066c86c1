import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

export interface ReachedRun {
  readonly id: number;
  readonly repository_id: number;
}

export async function findReachedRun(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
): Promise<ReachedRun | undefined> {
  return db
    .selectFrom('runs')
    .select(['id', 'repository_id'])
    .where('id', '=', runId)
    .where('domain_id', '=', domainId)
    .executeTakeFirst();
}
