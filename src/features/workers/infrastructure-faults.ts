import type { components } from '../../../generated/api.ts';
import type { InfrastructureFault } from '../errors/infrastructure-errors.ts';
import type { RunRow } from '../runs/runs.table.ts';
import type { LostLease } from './leases.queries.ts';

export type WorkEnd = components['schemas']['CompletionRequest'];

/** `run` is as the loss of its worker left it. */
export function lostWorkerFault(run: RunRow, { worker, revoked }: LostLease): InfrastructureFault {
  const ended = run.ended !== null;
  const what = revoked ? `Worker ${worker} was revoked` : `Worker ${worker} let its lease run out`;
  return {
    ...{ run_id: run.id, attempt: run.attempt, type: 'worker' },
    cause: revoked ? 'worker_revoked' : 'lease_expired',
    severity: ended ? 'critical' : 'error',
    message: ended ? `${what}; the run was given up` : `${what}; the run was queued again`,
  };
}

/** What a worker says of its own failure, and work that came to nothing; undefined when there is neither. */
export function completionFault(run: RunRow, { outcome, message, failure }: WorkEnd): InfrastructureFault | undefined {
  const of = { run_id: run.id, attempt: run.attempt };
  const critical = run.status === 'error';
  if (outcome === 'failed' || failure !== undefined)
    return {
      ...of,
      type: failure?.type ?? 'worker',
      cause: 'worker_failed',
      severity: critical ? 'critical' : 'warning',
      message: message ?? (outcome === 'failed' ? 'The worker ended the run' : 'The worker met a failure and went on'),
      stack: failure?.stack ?? [],
    };
  if (!critical) return undefined;
  return {
    ...of,
    type: 'worker',
    cause: 'no_results',
    severity: 'critical',
    message: 'The work ended without a result',
  };
}

/** `sample` is undefined when the bytes of the build are missing. */
export function missingBytesFault(
  of: Pick<InfrastructureFault, 'run_id' | 'attempt'>,
  sample: { readonly sample_id: number; readonly sample_name: string } | undefined,
): InfrastructureFault {
  const fault = { ...of, type: 'storage', cause: 'bytes_missing', severity: 'error' } as const;
  return sample === undefined
    ? { ...fault, message: 'The stored bytes of the build are missing' }
    : { ...fault, sample_id: sample.sample_id, message: `The stored bytes of ${sample.sample_name} are missing` };
}
