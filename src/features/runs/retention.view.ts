import type { components } from '../../../generated/api.ts';
import type { RetentionRun } from './retention.queries.ts';

const dayMs = 86_400_000;

/** A run with when it goes, after so many days. */
export function retentionRunView(run: RetentionRun, days: number): components['schemas']['RetentionRun'] {
  const { held_because, completed_at, ...shown } = run;
  return {
    ...shown,
    completed_at,
    due_at: new Date(Date.parse(completed_at) + days * dayMs).toISOString(),
    state: held_because.length > 0 ? 'held' : 'due',
    held_because: [...held_because],
  };
}
