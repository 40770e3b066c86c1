import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { insertApproval } from './baselines.queries.ts';
import { insertVariantChange, type VariantChange } from './variant-record.queries.ts';

/** One act beside the approvals, so that all are listed and undone alike. The caller's transaction holds the output. */
export async function recordVariantChange(
  trx: Transaction<Database>,
  { domainId, accountId }: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  change: VariantChange,
): Promise<void> {
  const { id } = await insertApproval(trx, {
    domain_id: domainId,
    run_id: null,
    account_id: accountId,
    comment: null,
    platform: change.platform,
    status_before: null,
    status_after: null,
  });
  await insertVariantChange(trx, id, change);
}
