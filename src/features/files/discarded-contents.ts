import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import {
  deleteDiscardedContents,
  insertDiscardedContents,
  listDiscardedContentsForUpdate,
  listReferredContents,
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
export async function sweepStore(context: SweepContext): Promise<void> {
  await sweepDiscardedContents(context);
  await context.blobs.sweepTemporary(discardGraceMs);
}

type SweepContext = Pick<AppContext, 'db' | 'blobs' | 'stopping'>;

interface SweepBounds {
  readonly olderThanMs: number;
  /** A batch begins no removal after it: whoever discards one of its contents meanwhile waits for its locks. */
  readonly removingMs: number;
}

const defaultBounds: SweepBounds = { olderThanMs: discardGraceMs, removingMs: 1_000 };
const batchMax = 500;
const removedAtOnce = 16;

/** Removes the bytes of discarded contents that nothing refers to and nobody has put since; counts them. */
export async function sweepDiscardedContents(
  { db, blobs, stopping }: SweepContext,
  bounds: Partial<SweepBounds> = {},
): Promise<number> {
  const batch = { ...defaultBounds, ...bounds, after: '' };
  let count = 0;
  while (!stopping.aborted) {
    const swept = await db.transaction().execute((trx) => sweepBatch(trx, blobs, batch));
    if (swept === undefined) break;
    if (swept.failed !== undefined) throw swept.failed.reason;
    count += swept.removedCount;
    batch.after = swept.last;
  }
  return count;
}

interface SweptBatch {
  readonly removedCount: number;
  /** Where the next batch goes on. */
  readonly last: string;
  /** What was done is kept all the same. */
  readonly failed: PromiseRejectedResult | undefined;
}

/** Undefined when there is none. */
async function sweepBatch(
  trx: Transaction<Database>,
  blobs: Pick<BlobStore, 'remove'>,
  { olderThanMs, removingMs, after }: SweepBounds & { readonly after: string },
): Promise<SweptBatch | undefined> {
  const discarded = await listDiscardedContentsForUpdate(trx, { olderThanMs, after, limit: batchMax });
  if (discarded.length === 0) return undefined;
  const referred = new Set(await listReferredContents(trx, discarded));
  const until = performance.now() + removingMs;
  const removed: string[] = [];
  let last = after;
  // All take from the one iterator, each the next content that none has taken.
  const waiting = discarded.values();
  const remover = async (): Promise<void> => {
    for (const sha256 of waiting) {
      last = sha256;
      if (referred.has(sha256)) continue;
      if (await blobs.remove(sha256, olderThanMs)) removed.push(sha256);
      if (performance.now() >= until) return;
    }
  };
  // The locks stay until none removes any more, also when one fails.
  const outcomes = await Promise.allSettled(Array.from({ length: removedAtOnce }, remover));
  await deleteDiscardedContents(trx, [...referred, ...removed]);
  return { removedCount: removed.length, last, failed: outcomes.find((outcome) => outcome.status === 'rejected') };
}
