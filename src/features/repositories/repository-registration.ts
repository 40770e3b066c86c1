import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import { upsertRegisteredRepository } from './repositories.queries.ts';
import type { RepositoryRow } from './repositories.table.ts';

export async function registerRepository(
  db: Kysely<Database>,
  domainId: number,
  { repository, default_branch }: { readonly repository: string; readonly default_branch: string },
): Promise<RepositoryRow> {
  const row = await upsertRegisteredRepository(db, { domain_id: domainId, name: repository, default_branch });
  if (row === undefined) throw new AppError('conflict', 'The domain has a repository of this name.');
  return row;
}
