import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id } from '../../db/columns.ts';

export interface RepositoriesTable {
  id: Id;
  domain_id: number;
  /** `owner/name`, unique in the domain without regard to case. */
  name: string;
  default_branch: string;
  /** False for one that its owner at GitHub ran: it goes by that owner, not by roles. */
  registered: Defaulted<boolean>;
  /** Whether anybody who knows the names may see the status badge. */
  public_badge: Defaulted<boolean>;
  /** When it was registered; until then, when it was first run. */
  created_at: CreatedAt;
}
export type RepositoryRow = Selectable<RepositoriesTable>;
