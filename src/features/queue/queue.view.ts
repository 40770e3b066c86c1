import type { components } from '../../../generated/api.ts';
import type { OpenRunRow } from './queue-reads.queries.ts';
import type { QueuePlace } from './queue-reason.ts';

/** `place` is undefined once the run is in the hands of a worker. */
export function queueJobView(run: OpenRunRow, place: QueuePlace | undefined): components['schemas']['QueueJob'] {
  return {
    run_id: run.id,
    status: run.status,
    platform: run.platform,
    queued_at: run.queued_at,
    started_at: run.status === 'running' ? run.started_at : null,
    position: place?.position ?? null,
    reason: place?.reason ?? null,
  };
}
