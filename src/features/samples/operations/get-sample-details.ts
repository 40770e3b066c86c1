import type { Operation } from '../../../http/operation.ts';
import { findSampleUpload, listExtraFiles } from '../extra-files.queries.ts';
import { findMediaInfo } from '../media-infos.queries.ts';
import { existingSample } from '../sample-lookup.ts';
import { toSampleDetails } from '../sample-details.view.ts';

export const getSampleDetails: Operation<'getSampleDetails'> = async ({ db, principal }, { path }) => {
  const sample = await existingSample(db, principal.domainId, path.sample_id);
  const upload = await findSampleUpload(db, sample.id);
  const extraFiles = await listExtraFiles(db, sample.id);
  return {
    status: 200,
    body: toSampleDetails({ sample, upload, extraFiles, info: await findMediaInfo(db, sample.id) }),
  };
};
