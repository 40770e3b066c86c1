import type { CreatedAt, Id, Moment, OptionalMoment } from '../../db/columns.ts';

/** Releases of tools under test. A version that was removed stays as a record; nothing else looks at it. */
export interface ToolVersionsTable {
  id: Id;
  domain_id: number;
  repository_id: number;
  /** Unique in the repository among those that were not removed. */
  version: string;
  /** A day; read it as text. */
  released_on: Moment;
  /** Lower case. */
  commit_sha: string;
  /** Who recorded it; null when GitHub told of it. */
  account_id: number | null;
  created_at: CreatedAt;
  removed_at: OptionalMoment;
  removed_by: number | null;
}
