import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { RunStatus } from '../results/verdict.ts';

export interface BadgedRepository {
  readonly id: number;
  readonly default_branch: string;
}

/** Undefined where there is none, and where its badge is not public. Names are compared in lower case. */
export async function findBadgedRepository(
  db: Kysely<Database>,
  { domain, repository }: { readonly domain: string; readonly repository: string },
): Promise<BadgedRepository | undefined> {
  return db
    .selectFrom('repositories')
    .innerJoin('domains', 'domains.id', 'repositories.domain_id')
    .where('domains.slug', '=', domain.toLowerCase())
    .where(sql`lower(repositories.name)`, '=', repository.toLowerCase())
    .where('repositories.registered', '=', true)
    .where('repositories.public_badge', '=', true)
    .select(['repositories.id', 'repositories.default_branch'])
    .executeTakeFirst();
}

/** How the latest run of the branch that counts ended, of each platform that has one. */
export async function listLatestStatuses(
  db: Kysely<Database>,
  { repository_id, branch, platform }: { repository_id: number; branch: string; platform: Platform | undefined },
): Promise<RunStatus[]> {
  const { rows } = await sql<{ status: RunStatus }>`
    select latest.status
    from platforms
    cross join lateral (
      select status from runs
      where repository_id = ${repository_id} and branch = ${branch} and platform = platforms.name
        and whole_suite and pr_number is null and ended <> 'canceled'
      order by id desc limit 1
    ) as latest
    where ${platform ?? null}::text is null or platforms.name = ${platform ?? null}`.execute(db);
  return rows.map(({ status }) => status);
}
