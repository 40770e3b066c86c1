import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { JobEngine } from './background/job-engine.ts';
import type { BlobStore } from './storage/blob-store.ts';
import type { Database } from './db/database.ts';
import type { ObservedContract } from './observed-contract.ts';
import type { Keyring } from './secrets.ts';
import type { Settings } from './config.ts';
import type { PromiseIssuer } from './preflight/promise/issuer.ts';
import type { Sealing } from './preflight/promise/sealing.ts';
import type { RunWakeup } from './features/queue/run-wakeup.ts';
import type { RunNotices } from './features/runs/run-notices.ts';

/** What domain code may ask for. Functions take the few members they need by `Pick`. */
export interface AppContext {
  readonly db: Kysely<Database>;
  readonly blobs: BlobStore;
  readonly settings: Settings;
  readonly keys: Keyring;
  /** Of what is read again and lies in the database meanwhile. */
  readonly sealing: Sealing;
  /** The one that is configured, elsewhere or built in. */
  readonly promiseIssuer: PromiseIssuer;
  readonly logger: Logger;
  /** Wakes long polls of this process; other processes poll. */
  readonly runWakeup: RunWakeup;
  /** Tells of changes to runs, by whichever process they are made. */
  readonly runNotices: RunNotices;
  /** Hands background jobs over; their rows are committed before. */
  readonly jobEngine: Pick<JobEngine, 'send'>;
  /** Counters and timings in the Prometheus text format. */
  renderMetrics(): Promise<string>;
  observedContract(): Promise<ObservedContract>;
  /** Counts a run that was deleted for its age, with the bytes of its outputs. */
  runDeleted(outputBytes: number): void;
  /** Whether the server is stopping; readiness and long polls ask. */
  readonly stopping: AbortSignal;
}
