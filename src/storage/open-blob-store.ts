import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../config.ts';
import type { BlobStore } from './blob-store.ts';
import { openFileBlobStore } from './file-blob-store.ts';

/** `file:DIR`, where DIR is taken literally and may be relative, or `file:///DIR`, a URL. */
export async function openBlobStore(url: string): Promise<BlobStore> {
  if (url.startsWith('s3://')) throw new ConfigurationError('SPCI_BLOBS', 's3 blobs are not available yet');
  const directory = directoryOf(url);
  if (!directory) throw new ConfigurationError('SPCI_BLOBS', 'file:DIR or s3://bucket/prefix');
  return openFileBlobStore(directory);
}

function directoryOf(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  if (!url.startsWith('file://')) return url.slice('file:'.length);
  return URL.canParse(url) && new URL(url).host === '' ? fileURLToPath(url) : undefined;
}
