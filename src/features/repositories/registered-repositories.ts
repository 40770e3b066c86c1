import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { findRegisteredById, findRepository, listRegisteredByName } from './repositories.queries.ts';
import type { RepositoryRow } from './repositories.table.ts';

export type RegisteredRepository = Pick<RepositoryRow, 'id' | 'domain_id' | 'default_branch'>;

/** Of the name in any case, in every domain that registered it. */
export async function registeredRepositories(db: Kysely<Database>, name: string): Promise<RegisteredRepository[]> {
  return listRegisteredByName(db, name);
}

/** Of the name in any case, registered or not. */
export async function repositoryNamed(
  db: Kysely<Database>,
  domainId: number,
  name: string,
): Promise<Pick<RepositoryRow, 'id' | 'name'> | undefined> {
  return findRepository(db, domainId, name);
}

/** Whether the domain has registered the repository. */
export async function isRegistered(db: Kysely<Database>, domainId: number, repositoryId: number): Promise<boolean> {
  return (await findRegisteredById(db, domainId, repositoryId)) !== undefined;
}
