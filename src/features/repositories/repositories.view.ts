import type { components } from '../../../generated/api.ts';
import type { RepositoryRow } from './repositories.table.ts';

export function toRepository(repository: RepositoryRow): components['schemas']['Repository'] {
  return {
    repository_id: repository.id,
    repository: repository.name,
    default_branch: repository.default_branch,
    public_badge: repository.public_badge,
    created_at: repository.created_at,
  };
}
