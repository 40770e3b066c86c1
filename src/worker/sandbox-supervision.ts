import type { ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { exitCodeOf, signalGroup } from './sandbox-process.ts';

export type StopCause = 'timeout' | 'abort' | 'work_limit';

export type Supervision = {
  timeoutMs: number;
  /** Between SIGTERM and SIGKILL. */
  graceMs: number;
  signal: AbortSignal;
  /** Runs beside the process until `signal` aborts, and calls `onExceeded` to have it killed at once. */
  watch: (onExceeded: () => void, signal: AbortSignal) => Promise<void>;
};

export type Supervised = {
  exitCode: number;
  endedAt: number;
  /** Why the worker stopped it; undefined when it ended by itself. */
  stoppedBy: StopCause | undefined;
};

const TIMER_MS_MAX = 2 ** 31 - 1;

/** Lets a process run until it ends or has to end, and leaves none of its process group. */
export async function supervise(child: ChildProcess, supervision: Supervision): Promise<Supervised> {
  const over = new AbortController();
  const stopper = createStopper(child);
  const timeout = setTimeout(
    () => stopper.stop('timeout', supervision.graceMs),
    Math.min(supervision.timeoutMs, TIMER_MS_MAX),
  );
  const onAbort = () => stopper.stop('abort', supervision.graceMs);
  supervision.signal.addEventListener('abort', onAbort, { signal: over.signal });
  if (supervision.signal.aborted) onAbort();
  const watching = supervision.watch(() => stopper.stop('work_limit', 0), over.signal);

  const exitCode = await exitCodeOf(child);
  const endedAt = performance.now();
  clearTimeout(timeout);
  stopper.sweep();
  over.abort();
  await watching;
  return { exitCode, endedAt, stoppedBy: stopper.cause() };
}

/** The first cause counts. SIGKILL follows whatever the process does about SIGTERM. */
function createStopper(child: ChildProcess) {
  let cause: StopCause | undefined;
  let killing: NodeJS.Timeout | undefined;
  return {
    cause: () => cause,
    stop: (why: StopCause, graceMs: number) => {
      if (cause !== undefined) return;
      cause = why;
      signalGroup(child, graceMs > 0 ? 'SIGTERM' : 'SIGKILL');
      killing = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
    },
    sweep: () => {
      clearTimeout(killing);
      signalGroup(child, 'SIGKILL');
    },
  };
}
