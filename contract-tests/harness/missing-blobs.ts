import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerProcess } from './server-process.ts';

/** Takes the directory of the bytes away from a running server; the result brings it back. */
export async function takeBlobsAway({ directory }: ServerProcess): Promise<() => Promise<void>> {
  const blobs = join(directory, 'blobs');
  await rename(blobs, `${blobs}.away`);
  return () => rename(`${blobs}.away`, blobs);
}
