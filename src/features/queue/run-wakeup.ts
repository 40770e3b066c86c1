import { EventEmitter, once } from 'node:events';

/** Tells waiting claims of this process that a run was queued. A missed wake-up costs one polling interval, never a run. */
export interface RunWakeup {
  announce(): void;
  /** Resolves at the next announcement, after `timeoutMs`, or when the signal aborts; never rejects. */
  wait(timeoutMs: number, signal: AbortSignal): Promise<void>;
}

export function createRunWakeup(): RunWakeup {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    announce: () => void emitter.emit('queued'),
    wait: async (timeoutMs, signal) => {
      // A timeout that is no whole number is refused.
      const timeout = AbortSignal.timeout(Math.ceil(timeoutMs));
      await once(emitter, 'queued', { signal: AbortSignal.any([signal, timeout]) }).catch(() => undefined);
    },
  };
}
