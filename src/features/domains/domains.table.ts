import type { Selectable } from 'kysely';
import type { CreatedAt, Id } from '../../db/columns.ts';

export interface DomainsTable {
  id: Id;
  /** Lower case; unique. */
  slug: string;
  created_at: CreatedAt;
}
export type DomainRow = Selectable<DomainsTable>;
