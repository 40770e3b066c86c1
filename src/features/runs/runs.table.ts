import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id, Moment, OptionalMoment } from '../../db/columns.ts';
import type { Platform } from '../../principal.ts';
import type { InputType, OutputType } from '../regression-tests/regression-tests.table.ts';
import type { RunStatus } from '../results/verdict.ts';

export type RunEnd = 'canceled' | 'infrastructure' | 'completed';

/** Status and counters are written in the transaction that changes what they count. */
export interface RunsTable {
  id: Id;
  domain_id: number;
  repository_id: number;
  build_id: number;
  account_id: number;
  /** Lower case. */
  commit_sha: string;
  platform: Platform;
  branch: string;
  /** Lower case; null when nobody said which commit the branch left from. */
  base_commit_sha: Defaulted<string | null>;
  pr_number: number | null;
  /** UUID of the preflight that had to pass; null for none, and once that is deleted. */
  preflight_job_id: Defaulted<string | null>;
  /** Who opened the pull request, at GitHub; null when nobody told. */
  github_user_id: Defaulted<number | null>;
  status: RunStatus;
  /** How it ended; null while open. */
  ended: RunEnd | null;
  /** Attempts handed out so far; the current lease's attempt while running. */
  attempt: Defaulted<number>;
  /** Attempts lost since it was last queued by a person; three quarantine the run. */
  lost_attempts: Defaulted<number>;
  /** Input and output types its tests need, as `in:file`, `out:stdout`. */
  required_types: string[];
  /** Whether it plans every test that was active when it was created. */
  whole_suite: Defaulted<boolean>;
  planned_count: number;
  reported_count: Defaulted<number>;
  pass_count: Defaulted<number>;
  fail_count: Defaulted<number>;
  missing_output_count: Defaulted<number>;
  skipped_count: Defaulted<number>;
  /** Wrong exit codes, missing outputs and differences. */
  error_count: Defaulted<number>;
  /** Sum of the tests' run times; null before the first result. */
  duration_ms: number | null;
  created_at: CreatedAt;
  queued_at: Moment;
  started_at: OptionalMoment;
  completed_at: OptionalMoment;
}
export type RunRow = Selectable<RunsTable>;

/** What GitHub wants to be run as soon as its build is there. */
export interface AwaitedRunsTable {
  id: Id;
  domain_id: number;
  repository_id: number;
  /** Lower case. */
  commit_sha: string;
  platform: Platform;
  branch: string;
  base_commit_sha: string | null;
  pr_number: number | null;
  github_user_id: number | null;
  created_at: CreatedAt;
}
export type AwaitedRunRow = Selectable<AwaitedRunsTable>;

/** The manifest: frozen when the run is created. */
export interface PlannedTestsTable {
  run_id: number;
  regression_test_id: number;
  sample_id: number;
  sample_sha256: string;
  sample_name: string;
  sample_size_bytes: number;
  command: string;
  input_type: InputType;
  output_type: OutputType;
  expected_rc: number;
  timeout_ms: number;
}
export type PlannedTestRow = Selectable<PlannedTestsTable>;

export interface PlannedOutputsTable {
  run_id: number;
  regression_test_id: number;
  output_id: number;
  filename: string;
  ignore: boolean;
  /** null: nothing was approved. Changes only by what is recorded: an approval from this run, its undoing, a re-evaluation. */
  baseline_sha256: string | null;
  variant_sha256s: string[];
}
export type PlannedOutputRow = Selectable<PlannedOutputsTable>;

export type RunEventStatus = 'queued' | 'preparation' | 'testing' | 'completed' | 'canceled' | 'error';

/** What happened to a run, in order; only ever appended to. */
export interface RunEventsTable {
  id: Id;
  run_id: number;
  at: CreatedAt;
  status: RunEventStatus;
  message: string;
  /** Results recorded by then. */
  step: number;
  attempt: number;
}
export type RunEventRow = Selectable<RunEventsTable>;

/** Answers to repeat for 24 hours. Written in the transaction of the effect. */
export interface IdempotencyKeysTable {
  account_id: number;
  operation: string;
  key: string;
  request_sha256: Buffer;
  run_id: number;
  created_at: CreatedAt;
}
