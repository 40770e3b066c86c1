import type { AppContext } from '../../context.ts';
import type { RecordDeprecatedUse } from '../../deprecations.ts';
import { clientOf, otherClient } from './client-product.ts';
import { insertDeprecatedItems, upsertDeprecatedUses, type CountedUse } from './deprecated-uses.queries.ts';
import { deprecatedItems } from './deprecated-uses.ts';

export interface DeprecatedUseRecorder {
  readonly record: RecordDeprecatedUse;
  /** Resolves when what was recorded until now is kept, or lost; never rejects. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const flushMs = 2_000;
const entriesMax = 5_000;
const clientsMax = 20;

type Counted = Omit<CountedUse, 'firstMs' | 'lastMs'> & { readonly firstAtMs: number; lastAtMs: number; count: number };

/**
 * Counts in memory what is used, and keeps it in one statement every two seconds. A batch is written once or not at all:
 * whether one that failed was kept cannot be known, so it is not written again. What is lost, by that or a killed
 * process, are seconds; nothing is ever counted twice.
 */
export function createDeprecatedUseRecorder({ db, logger }: Pick<AppContext, 'db' | 'logger'>): DeprecatedUseRecorder {
  let counted = new Map<string, Counted>();
  let lost = 0;
  let writing: Promise<void> = Promise.resolve();

  const count = (use: Pick<CountedUse, 'domainId' | 'tokenId' | 'item' | 'operationId' | 'client'>): void => {
    const key = `${use.tokenId} ${use.item} ${use.operationId} ${use.client}`;
    const nowMs = performance.now();
    const known = counted.get(key);
    if (known !== undefined) {
      known.count += 1;
      known.lastAtMs = nowMs;
    } else if (counted.size < entriesMax) counted.set(key, { ...use, count: 1, firstAtMs: nowMs, lastAtMs: nowMs });
    else lost += 1;
  };

  const write = async (): Promise<void> => {
    const batch = [...counted.values()];
    if (batch.length === 0) return;
    const overflow = lost;
    counted = new Map();
    lost = 0;
    const nowMs = performance.now();
    const uses = batch.map(({ firstAtMs, lastAtMs, ...use }) => ({
      ...use,
      firstMs: nowMs - firstAtMs,
      lastMs: nowMs - lastAtMs,
    }));
    if (overflow > 0) logger.warn({ uses: overflow }, 'too many deprecated uses at once: not recorded');
    await upsertDeprecatedUses(db, uses, { clientsMax, otherClient }).catch((error: unknown) =>
      logger.warn({ err: error, entries: uses.length }, 'deprecated uses were not recorded'),
    );
  };

  /** One after another: what comes meanwhile is of the next batch. */
  const flush = (): Promise<void> => (writing = writing.then(write));
  const timer = setInterval(() => void flush(), flushMs);
  timer.unref();
  return {
    record: ({ items, userAgent, ...use }) => {
      const client = clientOf(userAgent);
      for (const item of new Set(items)) count({ ...use, item, client });
    },
    flush,
    stop: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

/** From now on uses are recorded; nothing is claimed of what was before. */
export async function startDeprecatedUseRecorder(
  context: Pick<AppContext, 'db' | 'logger' | 'settings'>,
): Promise<DeprecatedUseRecorder> {
  await insertDeprecatedItems(context.db, [...deprecatedItems(context.settings).keys()]);
  return createDeprecatedUseRecorder(context);
}
