import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { AppError } from '../../errors.ts';
import { insertRepository } from './repositories.queries.ts';
import type { RepositoryRow } from './repositories.table.ts';

export async function registerRepository(
  db: Kysely<Database>,
  domainId: number,
  { repository, default_branch }: { readonly repository: string; readonly default_branch: string },
): Promise<RepositoryRow> {
  try {
    return await insertRepository(db, { domain_id: domainId, name: repository, default_branch });
  } catch (failure) {
    if (violatedUniqueKey(failure) !== 'repositories_domain_id_name_key') throw failure;
    throw new AppError('conflict', 'The domain has a repository of this name.');
  }
}
