import type { components } from '../../../generated/api.ts';
import type { DatedUpload } from './extra-files.queries.ts';
import type { MediaInfoRow } from './media-infos.table.ts';
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

function reasonOf(info: MediaInfoRow | undefined): Schemas['SampleDetails']['media_info_reason'] {
  if (info === undefined) return 'no_media';
  if (info.outcome === 'told') return null;
  if (info.outcome === 'unreadable') return 'unreadable';
  return info.lacks_program ? 'no_program' : 'pending';
}

export interface KnownOfSample {
  readonly sample: SampleInUse;
  readonly upload: DatedUpload | undefined;
  readonly extraFiles: readonly SampleExtraFileRow[];
  readonly info: MediaInfoRow | undefined;
}

export function toSampleDetails({ sample, upload, extraFiles, info }: KnownOfSample): Schemas['SampleDetails'] {
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
    media_info: info?.tracks ?? [],
    media_info_reason: reasonOf(info),
  };
}
