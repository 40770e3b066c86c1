import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

export type FileDigest = { size_bytes: number; sha256: string };

/** Of the file from its start, holding one buffer; reads at most one byte more than `bytesMax`. */
export async function digestOf(file: FileHandle, bytesMax = Number.MAX_SAFE_INTEGER - 1): Promise<FileDigest> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const bytes of file.createReadStream({ start: 0, end: bytesMax, autoClose: false })) {
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { size_bytes: sizeBytes, sha256: hash.digest('hex') };
}

export async function digestOfFile(path: string): Promise<FileDigest> {
  const file = await open(path);
  return digestOf(file).finally(() => file.close());
}
