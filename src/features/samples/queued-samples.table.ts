import type { Selectable } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { CreatedAt, Defaulted, Id } from '../../db/columns.ts';

/** Files that wait to be made samples, or to be put beside one. */
export interface QueuedSamplesTable {
  id: Id;
  domain_id: number;
  /** Who uploaded it. */
  account_id: number;
  /** Unique in the domain. */
  sha256: string;
  size_bytes: number;
  original_name: string;
  /** Without a dot, lower case; empty when the name had none. */
  extension: string;
  /** Whether its bytes begin as text does. */
  is_text: Defaulted<boolean>;
  created_at: CreatedAt;
}
export type QueuedSampleRow = Selectable<QueuedSamplesTable>;

/** What the uploader said of a sample that came through the queue. */
export interface SampleUploadsTable {
  sample_id: number;
  version: string;
  platform: components['schemas']['UploadPlatform'];
  parameters: string;
  notes: string;
}
export type SampleUploadRow = Selectable<SampleUploadsTable>;

/** Files beside a sample. */
export interface SampleExtraFilesTable {
  id: Id;
  sample_id: number;
  /** Who uploaded it. */
  account_id: number;
  /** Unique beside the sample. */
  sha256: string;
  size_bytes: number;
  original_name: string;
  /** Without a dot, lower case; empty when the name had none. */
  extension: string;
  created_at: CreatedAt;
}
export type SampleExtraFileRow = Selectable<SampleExtraFilesTable>;
