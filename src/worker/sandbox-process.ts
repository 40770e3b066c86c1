import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxLevel } from './sandbox-level.ts';

/** How a started process ends: its exit code, or 128 and the number of the signal that ended it, as shells have it. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/** The child, or the system's error code; spawn throws some and emits others. */
export async function startProcess(
  file: string,
  words: string[],
  options: SpawnOptions,
): Promise<ChildProcess | { not_started: string }> {
  try {
    const child = spawn(file, words, options);
    if (child.pid !== undefined) return child;
    const [error]: unknown[] = await once(child, 'error');
    throw error;
  } catch (error) {
    if (Error.isError(error) && 'code' in error) return { not_started: String(error.code) };
    throw error;
  }
}

/** Whether a program of the system did what it was started for. */
export async function succeeds(file: string, words: string[]): Promise<boolean> {
  const child = await startProcess(file, words, { env: {}, cwd: '/', stdio: 'ignore' });
  return !('not_started' in child) && (await exitCodeOf(child)) === 0;
}

/** The signal a shell reads out of an exit code. A program that itself exits with such a code looks the same. */
export function signalNamedBy(exitCode: number): string | null {
  const named = Object.entries(constants.signals).find(([, number]) => number === exitCode - 128);
  return named?.[0] ?? null;
}

/** Signals every process of the group that the child leads. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // ESRCH: the group is gone, which is what the caller wants.
  }
}

/**
 * Ends the processes of a test that left its group, where it has a user id of its own. In namespaces the kernel has
 * done so already, and the worker's own user has processes that are none of the test's.
 */
export async function killUserProcesses({ name, tools }: SandboxLevel, userId: number | undefined): Promise<void> {
  if (name !== 'limits' || userId === undefined || tools.setpriv === undefined || tools.sh === undefined) return;
  const words = [`--reuid=${userId}`, `--regid=${userId}`, '--clear-groups', '--', tools.sh, '-c', 'kill -KILL -1'];
  await succeeds(tools.setpriv, words);
}

/** When something was first said on the stream; undefined if it ended before. */
export async function timeOfFirstWord(stream: Readable): Promise<number | undefined> {
  let saidAt: number | undefined;
  stream.on('data', () => (saidAt ??= performance.now()));
  await closed(stream);
  return saidAt;
}

/** Waits until nobody can write to the stream, but not for long: a process that got away may hold it for ever. */
export async function drain(stream: Readable, patienceMs: number): Promise<void> {
  await Promise.race([closed(stream), delay(patienceMs, undefined, { ref: false })]);
  stream.destroy();
}

async function closed(stream: Readable): Promise<void> {
  if (!stream.closed) await once(stream, 'close').catch(() => undefined);
}
