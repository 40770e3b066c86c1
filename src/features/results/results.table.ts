import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted } from '../../db/columns.ts';
import type { DifferenceClass } from './difference.ts';
import type { OutputStatus, ResultStatus } from './verdict.ts';

/** At most one per run and regression test. */
export interface ResultsTable {
  run_id: number;
  regression_test_id: number;
  attempt: number;
  status: ResultStatus;
  /** null: skipped. */
  exit_code: number | null;
  runtime_ms: number;
  timed_out: Defaulted<boolean>;
  skip_reason: string | null;
  reported_at: CreatedAt;
}
export type ResultRow = Selectable<ResultsTable>;

export type OutputClass = DifferenceClass | 'variant' | 'not_compared';

/** One row per declared output of a reported result, produced or not. */
export interface ResultOutputsTable {
  run_id: number;
  regression_test_id: number;
  output_id: number;
  /** null: not produced. */
  sha256: string | null;
  size_bytes: number | null;
  status: OutputStatus;
  class: OutputClass;
}
export type ResultOutputRow = Selectable<ResultOutputsTable>;
