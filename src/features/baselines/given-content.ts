import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountPrincipal, Platform } from '../../principal.ts';
import { insertActOfNoRun, insertBaselines, listApplyingBaselines } from './baselines.queries.ts';

export interface GivenBaseline {
  readonly regression_test_id: number;
  readonly output_id: number;
  readonly sha256: string;
  /** null: for every platform that has no baseline of its own. */
  readonly platform: Platform | null;
  readonly comment: string | null;
}

/**
 * Makes content that came from no run the baseline of future runs. The caller's transaction holds the output. What is
 * the baseline already is not recorded again.
 */
export async function approveGiven(
  trx: Transaction<Database>,
  principal: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  { regression_test_id, output_id, sha256, platform, comment }: GivenBaseline,
): Promise<void> {
  const previous_sha256 = (await listApplyingBaselines(trx, [output_id], platform)).get(output_id) ?? null;
  if (previous_sha256 === sha256) return;
  const approval = await insertActOfNoRun(trx, principal, { platform, comment });
  const baseline = { regression_test_id, output_id, sha256, previous_sha256, planned_sha256: null };
  await insertBaselines(trx, approval.id, { platform, runPlatform: null }, [baseline]);
}
