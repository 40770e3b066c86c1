import type { Selectable } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { CreatedAt, Defaulted, Id } from '../../db/columns.ts';
import type { Platform } from '../../principal.ts';

export type InputType = components['schemas']['RegressionTest']['input_type'];
export type OutputType = components['schemas']['RegressionTest']['output_type'];

export interface RegressionTestsTable {
  id: Id;
  domain_id: number;
  sample_id: number;
  command: string;
  input_type: InputType;
  output_type: OutputType;
  expected_rc: number;
  description: string;
  active: boolean;
  timeout_ms: number;
  created_at: CreatedAt;
}
export type RegressionTestRow = Selectable<RegressionTestsTable>;

/** What a test must exit with on a platform instead of its `expected_rc`. */
export interface PlatformExitCodesTable {
  regression_test_id: number;
  platform: Platform;
  expected_rc: number;
}
export type PlatformExitCodeRow = Selectable<PlatformExitCodesTable>;

export interface ExpectedOutputsTable {
  id: Id;
  regression_test_id: number;
  expected_filename: string;
  /** With its dot. */
  correct_extension: string;
  ignore: Defaulted<boolean>;
}
export type ExpectedOutputRow = Selectable<ExpectedOutputsTable>;

/** A further accepted content of an expected output. */
export interface VariantsTable {
  id: Id;
  expected_output_id: number;
  /** null: every platform. */
  platform: Platform | null;
  sha256: string;
  account_id: number;
  created_at: CreatedAt;
}
export type VariantRow = Selectable<VariantsTable>;

export interface CategoriesTable {
  id: Id;
  domain_id: number;
  /** Unique in the domain without regard to case. */
  name: string;
  description: Defaulted<string>;
}
export type CategoryRow = Selectable<CategoriesTable>;

export interface RegressionTestCategoriesTable {
  regression_test_id: number;
  category_id: number;
}
