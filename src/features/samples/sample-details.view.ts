import type { components } from '../../../generated/api.ts';
import type { DatedUpload } from './extra-files.queries.ts';
import type { SampleExtraFileRow } from './queued-samples.table.ts';
import type { SampleInUse } from './samples.queries.ts';
import { filenameOf } from './samples.view.ts';

type Schemas = components['schemas'];

function toSampleUpload(upload: DatedUpload): Schemas['SampleUpload'] {
  return {
    platform: upload.platform,
    version: upload.version,
    version_released: upload.released_on,
    parameters: upload.parameters,
    notes: upload.notes,
  };
}

function toExtraFile(file: SampleExtraFileRow): Schemas['ExtraFile'] {
  return {
    id: file.id,
    sha: file.sha256,
    extension: file.extension,
    original_name: file.original_name,
    filename: filenameOf(file),
    size_bytes: file.size_bytes,
  };
}

export function toSampleDetails(
  sample: SampleInUse,
  upload: DatedUpload | undefined,
  extraFiles: readonly SampleExtraFileRow[],
): Schemas['SampleDetails'] {
  return {
    sample_id: sample.id,
    sha: sample.sha256,
    extension: sample.extension,
    original_name: sample.original_name,
    filename: filenameOf(sample),
    size_bytes: sample.size_bytes,
    tags: sample.tags,
    user_id: sample.account_id,
    created_at: sample.created_at,
    ...(upload !== undefined && { upload: toSampleUpload(upload) }),
    extra_files: extraFiles.map(toExtraFile),
  };
}
