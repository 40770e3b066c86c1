import type { CreatedAt } from '../../db/columns.ts';

/** Types of files that no domain takes as samples. */
export interface ForbiddenExtensionsTable {
  /** Lower case, without a dot. */
  extension: string;
  /** Who forbade it. */
  account_id: number;
  created_at: CreatedAt;
}
