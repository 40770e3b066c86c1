import type { components } from '../../../generated/api.ts';
import type { SampleInUse } from './samples.queries.ts';
import type { TagRow } from './samples.table.ts';

type Sample = components['schemas']['Sample'];
type Tag = components['schemas']['Tag'];

export function filenameOf({ sha256, extension }: Pick<SampleInUse, 'sha256' | 'extension'>): string {
  const stem = sha256.slice(0, 16);
  return extension === '' ? stem : `${stem}.${extension}`;
}

export function toSample(sample: SampleInUse): Sample {
  return {
    sample_id: sample.id,
    sha: sample.sha256,
    extension: sample.extension,
    original_name: sample.original_name,
    filename: filenameOf(sample),
    size_bytes: sample.size_bytes,
    tags: sample.tags,
    regression_test_count: sample.active_test_count,
    active: sample.active_test_count > 0,
    created_at: sample.created_at,
  };
}

export function toTag(tag: TagRow): Tag {
  return { id: tag.id, name: tag.name, description: tag.description };
}
