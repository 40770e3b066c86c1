import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { insertActOfNoRun } from './baselines.queries.ts';
import { insertVariantChange, type VariantChange } from './variant-record.queries.ts';

/** One act beside the approvals, so that all are listed and undone alike. The caller's transaction holds the output. */
export async function recordVariantChange(
  trx: Transaction<Database>,
  principal: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  change: VariantChange,
): Promise<void> {
  const { id } = await insertActOfNoRun(trx, principal, { platform: change.platform, comment: null });
  await insertVariantChange(trx, id, change);
}
