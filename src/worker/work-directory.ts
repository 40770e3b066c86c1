import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSearchableByAnyUser } from './reachability.ts';
import { isRoot, SandboxError } from './sandbox-level.ts';

/**
 * Where samples, builds and tests' files are kept: `data`, or a directory of its own under the system's temporary one
 * when the user that tests run as could not reach `data`, as below a home directory with mode 700.
 */
export async function openWorkDirectory(data: string): Promise<string> {
  await openToAll(data);
  if (!isRoot()) return data;
  try {
    await assertSearchableByAnyUser(data);
    return data;
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
  }
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  const elsewhere = join(tmpdir(), `spci-worker-${name}`);
  await openToAll(elsewhere);
  await assertOwn(elsewhere);
  return elsewhere;
}

async function openToAll(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o755 });
  await chmod(directory, 0o755);
}

/** Anybody may make a directory under the temporary one first, and later change what is in it. */
async function assertOwn(directory: string): Promise<void> {
  const found = await lstat(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new SandboxError(`${directory} belongs to somebody else`);
}
