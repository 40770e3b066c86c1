import { rmSync } from 'node:fs';
import { chmod, opendir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what a test left, which may have taken away its own permissions, or be nested more deeply than a path can
 * be long; only the synchronous removal copes with that.
 */
export async function removeTree(directory: string): Promise<void> {
  try {
    await rm(directory, { recursive: true, force: true });
  } catch {
    await openDirectories(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function openDirectories(top: string): Promise<void> {
  const pending = [top];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    try {
      await chmod(directory, 0o700);
      for await (const entry of await opendir(directory)) {
        if (entry.isDirectory()) pending.push(join(directory, entry.name));
      }
    } catch {
      // Too deep or gone: the removal that follows says whether it matters.
    }
  }
}
