import type { Transaction } from 'kysely';
import { EventEmitter, once } from 'node:events';
import type { Database } from '../../db/database.ts';
import { notify, type Listen } from '../../db/notices.ts';

const channel = 'spci_runs';

/** Tells every process, when the transaction is committed, that the run has new lines or has ended. */
export async function noticeRun(trx: Transaction<Database>, runId: number): Promise<void> {
  await notify(trx, channel, String(runId));
}

/** What changes of one run; begun before the run is looked at, it misses nothing that comes after the look. */
export interface RunWatch {
  /** Resolves when there was a notice since the last wait, after `timeoutMs`, or when the signal aborts; never rejects. */
  wait(timeoutMs: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

export interface RunNotices {
  watch(runId: number): RunWatch;
}

/** Listens from the first watch on. A notice that is missed costs one `timeoutMs`. */
export function createRunNotices(listen: Listen): RunNotices {
  const watchers = new Map<string, Set<() => void>>();
  let listening = false;

  function beginListening(): void {
    if (listening) return;
    listening = true;
    listen(channel, {
      heard: (runId) => watchers.get(runId)?.forEach((change) => change()),
      joined: () => watchers.forEach((changes) => changes.forEach((change) => change())),
    });
  }

  function join(runId: string, change: () => void): () => void {
    const changes = watchers.get(runId) ?? new Set();
    watchers.set(runId, changes.add(change));
    return () => {
      changes.delete(change);
      if (changes.size === 0) watchers.delete(runId);
    };
  }

  return {
    watch: (runId) => {
      beginListening();
      const emitter = new EventEmitter();
      let isChanged = false;
      const close = join(String(runId), () => {
        isChanged = true;
        emitter.emit('change');
      });
      const wait: RunWatch['wait'] = async (timeoutMs, signal) => {
        const ended = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(timeoutMs))]);
        if (!isChanged) await once(emitter, 'change', { signal: ended }).catch(() => undefined);
        isChanged = false;
      };
      return { wait, close };
    },
  };
}
