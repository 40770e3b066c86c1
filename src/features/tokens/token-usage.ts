import type { AppContext } from '../../context.ts';
import { updateTokenUsage } from './token-usage.queries.ts';

export interface TokenUsage {
  /** Keeps in memory that the token is used now; costs no statement. */
  note(tokenId: number): void;
  /** Records every use since the last time in one statement, or none. What fails is kept for the next time. */
  flush(): Promise<void>;
}

/** When this process last saw each token. A crash loses what was noted since the last flush. */
export function createTokenUsage({
  db,
  clock = () => performance.now(),
}: Pick<AppContext, 'db'> & { readonly clock?: () => number }): TokenUsage {
  let usedAtMs = new Map<number, number>();
  return {
    note: (tokenId) => void usedAtMs.set(tokenId, clock()),
    flush: async () => {
      if (usedAtMs.size === 0) return;
      const flushed = usedAtMs;
      usedAtMs = new Map();
      const nowMs = clock();
      const uses = [...flushed].map(([tokenId, atMs]) => ({ tokenId, agoMs: nowMs - atMs }));
      try {
        await updateTokenUsage(db, uses);
      } catch (failure) {
        usedAtMs = new Map([...flushed, ...usedAtMs]);
        throw failure;
      }
    },
  };
}
