import { resolve } from 'node:path';
import type { BlobStore } from './blob-store.ts';
import { openFileBlobStore } from './file-blob-store.ts';

/** The address of a blob store that this server cannot open. */
export class UnusableBlobAddress extends Error {
  override readonly name = 'UnusableBlobAddress';
}

/** `file:DIR`, absolute or relative to the working directory. */
export async function openBlobStore(address: string): Promise<BlobStore> {
  const [, directory] = /^file:(?:\/\/(?=\/))?(.+)$/.exec(address) ?? [];
  if (directory !== undefined) return openFileBlobStore(resolve(directory));
  throw new UnusableBlobAddress('SPCI_BLOBS is file:DIR; s3:// addresses are not available yet');
}
