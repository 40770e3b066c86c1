import type { CreatedAt, Moment } from '../../db/columns.ts';

export interface DeprecatedItemsTable {
  item: string;
  /** When a server that records its uses began for the first time. */
  recording_began_at: CreatedAt;
}

export interface DeprecatedUsesTable {
  /** Of the token's owner. */
  domain_id: number;
  item: string;
  token_id: number;
  client: string;
  operation_id: string;
  use_count: number;
  first_used_at: Moment;
  last_used_at: Moment;
}
