import type { Kysely, Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import { listDisabledPlatformNames, listEnabledPlatformsForShare, updatePlatform } from './platforms.queries.ts';
import type { PlatformRow } from './platforms.table.ts';

/** The change waits for claims under way, and every later claim sees it. */
export async function changeMaintenance(
  { db, runWakeup }: Pick<AppContext, 'db' | 'runWakeup'>,
  accountId: number,
  platform: Platform,
  { disabled, reason = null }: { readonly disabled: boolean; readonly reason?: string | null },
): Promise<PlatformRow> {
  const changed = await updatePlatform(db, platform, { disabled, reason, account_id: accountId });
  if (!disabled) runWakeup.announce();
  return changed;
}

/** Those of the given platforms whose runs may be claimed in this transaction. */
export async function openPlatforms(trx: Transaction<Database>, asked: readonly Platform[]): Promise<Platform[]> {
  return listEnabledPlatformsForShare(trx, asked);
}

export async function platformsInMaintenance(db: Kysely<Database>): Promise<ReadonlySet<Platform>> {
  return new Set(await listDisabledPlatformNames(db));
}
