import type { components } from '../../../generated/api.ts';
import type { QueuedSampleRow, SampleExtraFileRow } from './queued-samples.table.ts';
import { filenameOf } from './samples.view.ts';

export function toQueuedSample(queued: QueuedSampleRow): components['schemas']['QueuedSample'] {
  return {
    id: queued.id,
    sha: queued.sha256,
    extension: queued.extension,
    original_name: queued.original_name,
    user_id: queued.account_id,
    size_bytes: queued.size_bytes,
    created_at: queued.created_at,
  };
}

export function toLinkedFile(file: SampleExtraFileRow): components['schemas']['LinkedFile'] {
  return { id: file.id, sample_id: file.sample_id, filename: filenameOf(file) };
}
