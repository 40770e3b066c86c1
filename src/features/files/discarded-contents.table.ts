import type { Defaulted } from '../../db/columns.ts';

/** Contents that something referred to which is gone; their bytes go once nothing else refers to them. */
export interface DiscardedContentsTable {
  sha256: string;
  discarded_at: Defaulted<string>;
}
