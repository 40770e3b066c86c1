import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { findMediaInfo } from './media-infos.queries.ts';
import { existingSample } from './sample-lookup.ts';
import type { SampleRow } from './samples.table.ts';

type NamedContent = Pick<SampleRow, 'sha256' | 'size_bytes' | 'original_name'>;

/** What was said of a sample, as a file that is called after the sample's content. */
export async function existingMediaInfo(
  db: Kysely<Database>,
  domainId: number,
  sampleId: number,
): Promise<NamedContent> {
  const sample = await existingSample(db, domainId, sampleId);
  const info = await findMediaInfo(db, sample.id);
  if (info === undefined || info.sha256 === null || info.size_bytes === null) throw notFound('media info');
  return { sha256: info.sha256, size_bytes: info.size_bytes, original_name: `${sample.sha256}.media-info.json` };
}
