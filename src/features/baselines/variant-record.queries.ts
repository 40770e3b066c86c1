import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';

export interface VariantChange {
  readonly regression_test_id: number;
  readonly output_id: number;
  /** null: every platform. */
  readonly platform: Platform | null;
  readonly sha256: string;
  /** False: it was withdrawn. */
  readonly accepted: boolean;
}

export async function insertVariantChange(
  trx: Transaction<Database>,
  approvalId: number,
  { regression_test_id, output_id, platform, sha256, accepted }: VariantChange,
): Promise<void> {
  const line = { approval_id: approvalId, expected_output_id: output_id };
  await trx
    .insertInto('baseline_approval_outputs')
    .values({ ...line, regression_test_id, previous_sha256: null, sha256: null })
    .execute();
  await trx
    .insertInto('baseline_approval_variants')
    .values({ ...line, platform, sha256, accepted })
    .execute();
}
