import type { ColumnType, Selectable } from 'kysely';
import type { Defaulted, OptionalMoment } from '../../db/columns.ts';
import type { MediaTrack } from './media-tracks.ts';

export type MediaOutcome = 'told' | 'unreadable';

/** What a program says of a sample: work that is to be done, and what came of it. One row for each sample. */
export interface MediaInfosTable {
  sample_id: number;
  /** Begun and not ended otherwise: by a server that died, or of a program that was cut. */
  attempts: Defaulted<number>;
  next_attempt_at: Defaulted<string>;
  /** Whether a server that would have looked had no program for it. */
  lacks_program: Defaulted<boolean>;
  ended_at: OptionalMoment;
  outcome: MediaOutcome | null;
  /** What the program said, as it said it. */
  sha256: string | null;
  size_bytes: number | null;
  tracks: ColumnType<MediaTrack[] | null, string | null, string | null>;
}
export type MediaInfoRow = Selectable<MediaInfosTable>;
