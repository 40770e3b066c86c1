import type { Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxLimits } from './sandbox-level.ts';

const LOOK_EVERY_MS = 500;

type WorkCaps = Pick<SandboxLimits, 'workBytes' | 'workEntries'>;

/**
 * Calls `onExceeded` once if the paths together take more room than allowed. It sees the state of every half second,
 * and not what a file without a name takes: that is bounded by size and number of open files and ends with the test.
 */
export async function watchWorkSize(
  paths: string[],
  caps: WorkCaps,
  onExceeded: () => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    if (await exceeds(paths, caps)) return onExceeded();
    await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Counts the blocks that are really taken, so a sparse file weighs little; stops counting once it knows. */
export async function exceeds(paths: string[], caps: WorkCaps): Promise<boolean> {
  const pending = [...paths];
  let bytes = 0;
  let entries = 0;
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const stats = await statsOf(path);
    if (stats === 'too_deep') return true;
    if (stats === undefined) continue;
    bytes += stats.blocks * 512;
    entries += 1;
    if (bytes > caps.workBytes || entries > caps.workEntries) return true;
    if (stats.isDirectory() && !(await listInto(pending, path, caps.workEntries))) return true;
  }
  return false;
}

async function statsOf(path: string): Promise<Stats | 'too_deep' | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    return isTooDeep(error) ? 'too_deep' : undefined;
  }
}

/** False as soon as there are more entries than allowed. A directory that vanished or cannot be read counts as empty. */
async function listInto(pending: string[], directory: string, entriesMax: number): Promise<boolean> {
  try {
    for await (const entry of await opendir(directory)) {
      pending.push(join(directory, entry.name));
      if (pending.length > entriesMax) return false;
    }
    return true;
  } catch (error) {
    return !isTooDeep(error);
  }
}

function isTooDeep(error: unknown): boolean {
  return Error.isError(error) && 'code' in error && error.code === 'ENAMETOOLONG';
}
