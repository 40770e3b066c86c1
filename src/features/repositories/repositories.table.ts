import type { Selectable } from 'kysely';
import type { CreatedAt, Id } from '../../db/columns.ts';

export interface RepositoriesTable {
  id: Id;
  domain_id: number;
  /** `owner/name`, unique in the domain without regard to case. */
  name: string;
  default_branch: string;
  created_at: CreatedAt;
}
export type RepositoryRow = Selectable<RepositoriesTable>;
