import { createHash } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSearchableByAnyUser } from './reachability.ts';
import { SandboxError } from './sandbox-level.ts';

/**
 * Where samples, builds and tests' files are kept: `data`, or a directory of its own under the system's temporary one
 * when the user that tests run as could not reach `data`, as below a home directory with mode 700.
 */
export async function openWorkDirectory(data: string): Promise<string> {
  await openToAll(data);
  try {
    await assertSearchableByAnyUser(data);
    return data;
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
  }
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  const elsewhere = join(tmpdir(), `spci-worker-${name}`);
  await openToAll(elsewhere);
  return elsewhere;
}

async function openToAll(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o755);
}
