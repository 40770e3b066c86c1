import type { Version } from './builds.ts';

export type RunStatus = 'queued' | 'running' | 'canceled' | 'error' | 'fail' | 'incomplete' | 'pass';
export type ResultStatus = 'not_started' | 'running' | 'pass' | 'fail' | 'missing_output' | 'skipped';
export type OutputStatus = 'pass' | 'fail' | 'missing_output' | 'missing_expected';

export interface DemoOutput {
  readonly output_id: number;
  readonly filename: string;
  readonly status: OutputStatus;
  readonly class: string | null;
  readonly expected_sha256: string | null;
  readonly actual_sha256: string | null;
}

export interface DemoResult {
  readonly regression_test_id: number;
  readonly sample: string;
  readonly status: ResultStatus;
  readonly exit_code: number | null;
  readonly expected_rc: number;
  readonly outputs: readonly DemoOutput[];
}

export interface DemoRun {
  readonly version: Version;
  readonly run_id: number;
  readonly commit_sha: string;
  readonly platform: string;
  /** When the run ended, before anything was approved from it. */
  readonly first_status: RunStatus;
  readonly status: RunStatus;
  readonly attempts: number;
  readonly planned_count: number;
  readonly pass_count: number;
  readonly fail_count: number;
  readonly missing_output_count: number;
  readonly results: readonly DemoResult[];
}

export interface DemoProof {
  readonly name: 'unreported_test';
  readonly run_id: number;
  readonly status: RunStatus;
  readonly planned_count: number;
  readonly reported_count: number;
}

export interface DemoReport {
  readonly schema_version: 1;
  readonly spec_digest: string;
  readonly duration_ms: number;
  /** In the order they ran, which is commit order. */
  readonly runs: readonly DemoRun[];
  readonly proofs: readonly DemoProof[];
}
