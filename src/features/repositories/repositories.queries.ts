import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { RepositoryRow } from './repositories.table.ts';

export async function listRepositoryRows(
  db: Kysely<Database>,
  domainId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<RepositoryRow[]> {
  return db
    .selectFrom('repositories')
    .selectAll()
    .where('domain_id', '=', domainId)
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countRepositories(db: Kysely<Database>, domainId: number): Promise<number> {
  const { count } = await db
    .selectFrom('repositories')
    .where('domain_id', '=', domainId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertRepository(
  db: Kysely<Database>,
  repository: Pick<RepositoryRow, 'domain_id' | 'name' | 'default_branch'>,
): Promise<RepositoryRow> {
  return db.insertInto('repositories').values(repository).returningAll().executeTakeFirstOrThrow();
}
