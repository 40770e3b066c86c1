import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import { updateRegisteredRepository, upsertRegisteredRepository } from './repositories.queries.ts';
import type { RepositoryRow } from './repositories.table.ts';

type RepositorySettings = Pick<RepositoryRow, 'default_branch' | 'public_badge'>;

export async function registerRepository(
  db: Kysely<Database>,
  domainId: number,
  { repository, ...settings }: { readonly repository: string } & RepositorySettings,
): Promise<RepositoryRow> {
  const row = await upsertRegisteredRepository(db, { domain_id: domainId, name: repository, ...settings });
  if (row === undefined) throw new AppError('conflict', 'The domain has a repository of this name.');
  return row;
}

export async function changeRepository(
  db: Kysely<Database>,
  domainId: number,
  repositoryId: number,
  changes: Partial<RepositorySettings>,
): Promise<RepositoryRow> {
  const row = await updateRegisteredRepository(db, domainId, repositoryId, changes);
  if (row === undefined) throw notFound('repository');
  return row;
}
