import type { Selectable } from 'kysely';
import type { CreatedAt, Id } from '../../db/columns.ts';
import type { Platform } from '../../principal.ts';

/** One file per repository, commit and platform. */
export interface BuildsTable {
  id: Id;
  domain_id: number;
  repository_id: number;
  /** Lower case. */
  commit_sha: string;
  platform: Platform;
  entry_point: string;
  arguments: string;
  sha256: string;
  size_bytes: number;
  account_id: number;
  created_at: CreatedAt;
}
export type BuildRow = Selectable<BuildsTable>;
