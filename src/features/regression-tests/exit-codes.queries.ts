import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { PlatformExitCodeRow } from './regression-tests.table.ts';

type Trx = Transaction<Database>;

export async function listExitCodes(
  trx: Trx,
  regressionTestId: number,
): Promise<Pick<PlatformExitCodeRow, 'platform' | 'expected_rc'>[]> {
  return trx
    .selectFrom('platform_exit_codes')
    .where('regression_test_id', '=', regressionTestId)
    .select(['platform', 'expected_rc'])
    .execute();
}

export async function updateGeneralExitCode(trx: Trx, regressionTestId: number, expected_rc: number): Promise<void> {
  await trx.updateTable('regression_tests').set({ expected_rc }).where('id', '=', regressionTestId).execute();
}

export async function upsertExitCode(trx: Trx, row: PlatformExitCodeRow): Promise<void> {
  await trx
    .insertInto('platform_exit_codes')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['regression_test_id', 'platform']).doUpdateSet({ expected_rc: row.expected_rc }),
    )
    .execute();
}

export async function deleteExitCode(trx: Trx, regressionTestId: number, platform: Platform): Promise<void> {
  await trx
    .deleteFrom('platform_exit_codes')
    .where('regression_test_id', '=', regressionTestId)
    .where('platform', '=', platform)
    .execute();
}
