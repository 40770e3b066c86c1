import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { SampleExtraFileRow, SampleUploadRow } from './queued-samples.table.ts';

interface ExtraFileKey {
  readonly domainId: number;
  readonly sampleId: number;
  readonly extraId: number;
}

export interface DatedUpload extends SampleUploadRow {
  /** Day of the version; null where the domain knows none of the name, or several of different days. */
  readonly released_on: string | null;
}

/** Undefined for a sample that did not come through the queue. */
export async function findSampleUpload(db: Kysely<Database>, sampleId: number): Promise<DatedUpload | undefined> {
  return db
    .selectFrom('sample_uploads')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('tool_versions')
        .innerJoin('samples', 'samples.domain_id', 'tool_versions.domain_id')
        .whereRef('samples.id', '=', 'sample_uploads.sample_id')
        .whereRef('tool_versions.version', '=', 'sample_uploads.version')
        .where('tool_versions.removed_at', 'is', null)
        .select(sql<string>`min(released_on)::text`.as('released_on'))
        .having(sql<boolean>`min(released_on) = max(released_on)`)
        .as('released_on'),
    )
    .where('sample_id', '=', sampleId)
    .executeTakeFirst();
}

export async function listExtraFiles(db: Kysely<Database>, sampleId: number): Promise<SampleExtraFileRow[]> {
  return db.selectFrom('sample_extra_files').selectAll().where('sample_id', '=', sampleId).orderBy('id').execute();
}

export async function findExtraFile(
  db: Kysely<Database>,
  { domainId, sampleId, extraId }: ExtraFileKey,
): Promise<SampleExtraFileRow | undefined> {
  return db
    .selectFrom('sample_extra_files')
    .innerJoin('samples', 'samples.id', 'sample_extra_files.sample_id')
    .selectAll('sample_extra_files')
    .where('samples.domain_id', '=', domainId)
    .where('samples.id', '=', sampleId)
    .where('sample_extra_files.id', '=', extraId)
    .executeTakeFirst();
}

/** The digest of the file that is gone; undefined when there was none. */
export async function deleteExtraFileRow(
  trx: Transaction<Database>,
  { domainId, sampleId, extraId }: ExtraFileKey,
): Promise<string | undefined> {
  const deleted = await trx
    .deleteFrom('sample_extra_files')
    .using('samples')
    .whereRef('samples.id', '=', 'sample_extra_files.sample_id')
    .where('samples.domain_id', '=', domainId)
    .where('samples.id', '=', sampleId)
    .where('sample_extra_files.id', '=', extraId)
    .returning('sample_extra_files.sha256')
    .executeTakeFirst();
  return deleted?.sha256;
}

/** False for a sample that did not come through the queue. */
export async function updateSampleUpload(
  trx: Transaction<Database>,
  sampleId: number,
  changes: Partial<Omit<SampleUploadRow, 'sample_id'>>,
): Promise<boolean> {
  const updated = await trx
    .updateTable('sample_uploads')
    .set(changes)
    .where('sample_id', '=', sampleId)
    .returning('sample_id')
    .executeTakeFirst();
  return updated !== undefined;
}
