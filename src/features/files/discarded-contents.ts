import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteDiscardedContent,
  findDiscardedContentForUpdate,
  insertDiscardedContents,
  isContentReferred,
} from './discarded-contents.queries.ts';

/**
 * Longer than anything takes from putting bytes to the row that refers to them: outputs of a run are put before its
 * results are reported.
 */
export const discardGraceMs = 24 * 3_600_000;

/** In the transaction that deletes what referred to them: whatever happens after it, their bytes will be looked after. */
export async function discardContents(trx: Transaction<Database>, sha256s: readonly string[]): Promise<void> {
  await insertDiscardedContents(trx, sha256s);
}

/** What deletions and interrupted uploads left in the store. */
export async function sweepStore(context: Pick<AppContext, 'db' | 'blobs'>): Promise<void> {
  await sweepDiscardedContents(context);
  await context.blobs.sweepTemporary(discardGraceMs);
}

/** Removes the bytes of discarded contents that nothing refers to and nobody has put since; counts them. */
export async function sweepDiscardedContents(
  { db, blobs }: Pick<AppContext, 'db' | 'blobs'>,
  olderThanMs = discardGraceMs,
): Promise<number> {
  let count = 0;
  for (let after: string | undefined = ''; after !== undefined;) {
    const swept: { sha256: string; removed: boolean } | undefined = await db.transaction().execute(async (trx) => {
      const sha256 = await findDiscardedContentForUpdate(trx, { olderThanMs, after: after ?? '' });
      if (sha256 === undefined) return undefined;
      const referred = await isContentReferred(trx, sha256);
      const removed = !referred && (await blobs.remove(sha256, olderThanMs));
      if (referred || removed) await deleteDiscardedContent(trx, sha256);
      return { sha256, removed };
    });
    if (swept?.removed) count += 1;
    after = swept?.sha256;
  }
  return count;
}
