import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import { deleteExitCode, listExitCodes, updateGeneralExitCode, upsertExitCode } from './exit-codes.queries.ts';
import type { RegressionTestRow } from './regression-tests.table.ts';

type Trx = Transaction<Database>;

/** null: the platform has none of its own, so that `expected_rc` holds there. */
export type ExitCodesByPlatform = Readonly<Partial<Record<Platform, number | null>>>;

/** What is named is to hold from now on. */
export interface WantedExitCodes {
  readonly expected_rc?: number | undefined;
  readonly expected_rc_by_platform?: ExitCodesByPlatform | undefined;
}

export interface ExitCodeChange {
  /** null: the one that holds where a platform has none of its own. */
  readonly platform: Platform | null;
  readonly previous_rc: number | null;
  readonly expected_rc: number | null;
}

/** Sets what a test must exit with; what it changed. The caller's transaction holds the test. */
export async function changeExitCodes(
  trx: Trx,
  test: Pick<RegressionTestRow, 'id' | 'expected_rc'>,
  { expected_rc = test.expected_rc, expected_rc_by_platform = {} }: WantedExitCodes,
): Promise<ExitCodeChange[]> {
  const own = new Map((await listExitCodes(trx, test.id)).map((code) => [code.platform, code.expected_rc]));
  const changes: ExitCodeChange[] = [{ platform: null, previous_rc: test.expected_rc, expected_rc }];
  for (const platform of ['linux', 'windows'] as const) {
    const previous_rc = own.get(platform) ?? null;
    const { [platform]: wanted = previous_rc } = expected_rc_by_platform;
    changes.push({ platform, previous_rc, expected_rc: wanted });
  }
  const changed = changes.filter((change) => change.previous_rc !== change.expected_rc);
  await setExitCodes(trx, test.id, changed);
  return changed;
}

/** The caller's transaction holds the test. */
export async function setExitCodes(
  trx: Trx,
  regressionTestId: number,
  codes: readonly Pick<ExitCodeChange, 'platform' | 'expected_rc'>[],
): Promise<void> {
  for (const { platform, expected_rc } of codes) {
    if (platform === null) {
      if (expected_rc !== null) await updateGeneralExitCode(trx, regressionTestId, expected_rc);
    } else if (expected_rc === null) await deleteExitCode(trx, regressionTestId, platform);
    else await upsertExitCode(trx, { regression_test_id: regressionTestId, platform, expected_rc });
  }
}
