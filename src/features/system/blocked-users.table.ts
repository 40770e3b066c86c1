import type { Selectable } from 'kysely';
import type { CreatedAt } from '../../db/columns.ts';

/** GitHub accounts whose own repositories are not run in the domain. */
export interface BlockedUsersTable {
  domain_id: number;
  github_user_id: number;
  comment: string;
  /** Who blocked it. */
  account_id: number;
  created_at: CreatedAt;
}
export type BlockedUserRow = Selectable<BlockedUsersTable>;
