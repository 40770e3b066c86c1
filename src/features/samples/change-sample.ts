import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import { discardContents } from '../files/discarded-contents.ts';
import { listExtraFiles, updateSampleUpload } from './extra-files.queries.ts';
import { findMediaInfo } from './media-infos.queries.ts';
import type { SampleUploadRow } from './queued-samples.table.ts';
import { existingSample } from './sample-lookup.ts';
import {
  countSampleUse,
  deleteSampleRow,
  deleteSampleTags,
  findSampleForUpdate,
  insertMissingTags,
  insertSampleTags,
  type SampleInUse,
} from './samples.queries.ts';

export interface SampleChanges extends Partial<Omit<SampleUploadRow, 'sample_id'>> {
  /** Replace those that it has. */
  readonly tags?: readonly string[];
}

export async function changeSample(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  sampleId: number,
  { tags, ...said }: SampleChanges,
): Promise<SampleInUse> {
  return db.transaction().execute(async (trx) => {
    if ((await findSampleForUpdate(trx, domainId, sampleId)) === undefined) throw notFound('sample');
    if (Object.keys(said).length > 0 && !(await updateSampleUpload(trx, sampleId, said)))
      throw new AppError('conflict', 'Nothing was said of this sample: it did not come through the queue.');
    if (tags !== undefined) {
      await deleteSampleTags(trx, sampleId);
      await insertMissingTags(trx, domainId, tags);
      await insertSampleTags(trx, { domainId, sampleId, names: tags });
    }
    return existingSample(trx, domainId, sampleId);
  });
}

/** Whoever makes a test of it holds the sample: the lock waits for that, and the count, a statement of its own, sees it. */
export async function deleteSample({ db }: Pick<AppContext, 'db'>, domainId: number, sampleId: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const sample = await findSampleForUpdate(trx, domainId, sampleId);
    if (sample === undefined) throw notFound('sample');
    const use = await countSampleUse(trx, sampleId);
    if (use.test_count > 0 || use.run_count > 0)
      throw new AppError('conflict', 'Regression tests or runs need this sample.', use);
    const beside = await listExtraFiles(trx, sampleId);
    const told = await findMediaInfo(trx, sampleId);
    await deleteSampleRow(trx, sampleId);
    const contents = [sample.sha256, told?.sha256 ?? [], beside.map(({ sha256 }) => sha256)];
    await discardContents(trx, contents.flat());
  });
}
