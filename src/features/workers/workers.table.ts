import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id, Moment, OptionalMoment } from '../../db/columns.ts';
import type { Platform } from '../../principal.ts';
import type { InputType, OutputType } from '../regression-tests/regression-tests.table.ts';

/** Belongs to the installation, not to a domain. */
export interface WorkersTable {
  id: Id;
  name: string;
  platforms: Platform[];
  lookup: Buffer;
  lookup_kid: string;
  input_types: Defaulted<InputType[]>;
  output_types: Defaulted<OutputType[]>;
  sandbox: string | null;
  created_at: CreatedAt;
  last_seen_at: OptionalMoment;
  revoked_at: OptionalMoment;
}
export type WorkerRow = Selectable<WorkersTable>;

/** A run in the hands of a worker: one lease per run and attempt, at most one unreleased per run. */
export interface LeasesTable {
  id: Id;
  run_id: number;
  worker_id: number;
  attempt: number;
  lookup: Buffer;
  lookup_kid: string;
  created_at: CreatedAt;
  expires_at: Moment;
  released_at: OptionalMoment;
  /** Lines the run's log had when the lease began. */
  log_offset: number;
}
export type LeaseRow = Selectable<LeasesTable>;
