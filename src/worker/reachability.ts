import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SandboxError } from './sandbox-level.ts';

/** A file that the test's user cannot reach would look like a failure of the test, so it is refused before. */
export async function assertReadableByAnyUser(path: string): Promise<void> {
  const file = await realpath(path);
  if (((await stat(file)).mode & 0o004) === 0) throw new SandboxError(`${file} is not readable for every user`);
  await assertSearchableByAnyUser(dirname(file));
}

export async function assertSearchableByAnyUser(directory: string): Promise<void> {
  for (let path = await realpath(directory); ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) throw new SandboxError(`${path} is not open to every user`);
    if (path === dirname(path)) return;
  }
}
