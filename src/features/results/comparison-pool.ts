import { Tinypool } from 'tinypool';
import { createWorkSlots } from '../work-slots.ts';
import type * as thread from './comparison-thread.ts';

type Thread = typeof thread;

/**
 * Turns to load and compare up to 20 MiB; what waits has loaded nothing. A diff of hostile text takes seconds, which the
 * results of a worker must not wait for: classifying takes milliseconds and has turns of its own.
 */
export const diffTurns = createWorkSlots({ atOnce: 2, waitingMax: 32 });
export const classifyTurns = createWorkSlots({ atOnce: 1, waitingMax: 1000 });

/** A thread for every turn there is, started when it is needed. */
const pool = new Tinypool({
  filename: new URL('./comparison-thread.ts', import.meta.url).href,
  minThreads: 0,
  maxThreads: 3,
  idleTimeout: 60_000,
  env: {},
  resourceLimits: { maxOldGenerationSizeMb: 1024 },
});

/** Compares while the event loop goes on answering; the caller has a turn. */
export function inThread<Name extends keyof Thread>(
  name: Name,
  task: Parameters<Thread[Name]>[0],
): Promise<ReturnType<Thread[Name]>> {
  return pool.run(task, { name });
}
