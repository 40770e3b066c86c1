import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id } from '../../db/columns.ts';

export interface SamplesTable {
  id: Id;
  domain_id: number;
  /** Unique in the domain. */
  sha256: string;
  size_bytes: number;
  original_name: string;
  /** Without a dot, lower case; empty when the name had none. */
  extension: string;
  account_id: number;
  created_at: CreatedAt;
}
export type SampleRow = Selectable<SamplesTable>;

export interface TagsTable {
  id: Id;
  domain_id: number;
  /** Unique in the domain without regard to case. */
  name: string;
  description: Defaulted<string>;
}
export type TagRow = Selectable<TagsTable>;

export interface SampleTagsTable {
  sample_id: number;
  tag_id: number;
}
