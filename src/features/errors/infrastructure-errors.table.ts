import type { Selectable } from 'kysely';
import type { CreatedAt, Id } from '../../db/columns.ts';

export type InfrastructureErrorType =
  'queue' | 'vm_provisioning' | 'checkout' | 'merge' | 'build' | 'worker' | 'web_server' | 'storage';

export type InfrastructureErrorCause =
  'lease_expired' | 'worker_revoked' | 'worker_failed' | 'no_results' | 'bytes_missing';

/** Written where it happens, in the transaction of what it ends; only ever appended to. */
export interface InfrastructureErrorsTable {
  id: Id;
  run_id: number;
  attempt: number;
  /** null: of no sample. */
  sample_id: number | null;
  type: InfrastructureErrorType;
  cause: InfrastructureErrorCause;
  /** `critical`: it ended the run. */
  severity: 'warning' | 'error' | 'critical';
  message: string;
  stack: string[];
  occurred_at: CreatedAt;
}
export type InfrastructureErrorRow = Selectable<InfrastructureErrorsTable>;
