import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { MediaInfoRow } from './media-infos.table.ts';
import type { MediaTrack } from './media-tracks.ts';

/** A sample to look into. */
export interface DueSample {
  readonly sample_id: number;
  /** Of the sample. */
  readonly sha256: string;
  readonly attempts: number;
}

export interface ToldMedia {
  readonly sha256: string;
  readonly size_bytes: number;
  readonly tracks: readonly MediaTrack[];
}

/**
 * The sample that is due longest, as this process's to look into. Nobody else takes it before the next attempt, which
 * is further away each time.
 */
export async function claimDueSample(db: Kysely<Database>, firstWaitMs: number): Promise<DueSample | undefined> {
  return db
    .with('due', (eb) =>
      eb
        .selectFrom('media_infos')
        .select('sample_id')
        .where('ended_at', 'is', null)
        .where('next_attempt_at', '<=', sql<string>`now()`)
        .orderBy('next_attempt_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('media_infos')
    .from('samples')
    .whereRef('samples.id', '=', 'media_infos.sample_id')
    .where('media_infos.sample_id', 'in', (eb) => eb.selectFrom('due').select('sample_id'))
    .set((eb) => ({
      attempts: eb('media_infos.attempts', '+', 1),
      lacks_program: false,
      next_attempt_at: sql<string>`now() + ${firstWaitMs} * interval '1 millisecond' * power(2, least(attempts, 5))`,
    }))
    .returning(['media_infos.sample_id', 'samples.sha256', 'media_infos.attempts'])
    .executeTakeFirst();
}

/** Nobody is told that a sample waits for its turn where nothing here can look into it. */
export async function updateLackingProgram(db: Kysely<Database>): Promise<void> {
  await db
    .updateTable('media_infos')
    .set({ lacks_program: true })
    .where('ended_at', 'is', null)
    .where('attempts', '=', 0)
    .where('lacks_program', '=', false)
    .execute();
}

/** False when it was told already, or the sample is gone. */
export async function updateMediaTold(
  trx: Transaction<Database>,
  sampleId: number,
  { sha256, size_bytes, tracks }: ToldMedia,
): Promise<boolean> {
  const updated = await trx
    .updateTable('media_infos')
    .set({ outcome: 'told', ended_at: sql<string>`now()`, sha256, size_bytes, tracks: JSON.stringify(tracks) })
    .where('sample_id', '=', sampleId)
    .where('ended_at', 'is', null)
    .returning('sample_id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function updateMediaUnreadable(db: Kysely<Database>, sampleId: number): Promise<void> {
  await db
    .updateTable('media_infos')
    .set({ outcome: 'unreadable', ended_at: sql<string>`now()` })
    .where('sample_id', '=', sampleId)
    .where('ended_at', 'is', null)
    .execute();
}

/** What was begun says nothing of the sample: it does not count. */
export async function updateAttemptTakenBack(db: Kysely<Database>, sampleId: number): Promise<void> {
  await db
    .updateTable('media_infos')
    .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
    .where('sample_id', '=', sampleId)
    .where('ended_at', 'is', null)
    .execute();
}

export async function findMediaInfo(db: Kysely<Database>, sampleId: number): Promise<MediaInfoRow | undefined> {
  return db.selectFrom('media_infos').selectAll().where('sample_id', '=', sampleId).executeTakeFirst();
}
