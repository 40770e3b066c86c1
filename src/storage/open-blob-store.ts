import { fileURLToPath } from 'node:url';
import { ConfigurationError, type Settings } from '../config.ts';
import { type BlobStore, BlobStoreUnavailable } from './blob-store.ts';
import { openFileBlobStore } from './file-blob-store.ts';
import type { S3Location } from './s3-bucket.ts';

/** `file:DIR`, where DIR is taken literally and may be relative, `file:///DIR`, a URL, or `s3://bucket/prefix`. */
export async function openBlobStore({ blobs, s3 }: Pick<Settings, 'blobs' | 's3'>): Promise<BlobStore> {
  const location = s3LocationOf(blobs);
  if (location !== undefined) return openChecked(location, s3);
  const directory = directoryOf(blobs);
  if (!directory) throw new ConfigurationError('SPCI_BLOBS', 'file:DIR or s3://bucket/prefix');
  return openFileBlobStore(directory);
}

function directoryOf(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  if (!url.startsWith('file://')) return url.slice('file:'.length);
  return URL.canParse(url) && new URL(url).host === '' ? fileURLToPath(url) : undefined;
}

/** Names that every service takes and no address has to escape. */
function s3LocationOf(url: string): S3Location | undefined {
  const [, bucket, prefix = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/((?:[A-Za-z0-9_.-]+\/)*[A-Za-z0-9_.-]+)?\/?)?$/.exec(url) ?? [];
  if (bucket === undefined || prefix.length > 512) return undefined;
  return { bucket, prefix: prefix === '' ? '' : `${prefix}/` };
}

/** A store that says no will never say yes; one that cannot be reached may come back, and readiness tells of it. */
async function openChecked(location: S3Location, options: Settings['s3']): Promise<BlobStore> {
  const { openS3BlobStore } = await import('./s3-blob-store.ts');
  const blobs = openS3BlobStore(location, options);
  await blobs.check().catch((error: unknown) => {
    const fault = error instanceof BlobStoreUnavailable ? refusalOf(error.cause) : undefined;
    if (fault !== undefined) throw new ConfigurationError('SPCI_BLOBS', fault);
  });
  return blobs;
}

function refusalOf(error: unknown): string | undefined {
  const { name = '', message = '', $metadata } = error as Error & { readonly $metadata?: { httpStatusCode?: number } };
  if (name === 'CredentialsProviderError') return 'the AWS credential chain gives no credentials';
  if (message === 'Region is missing') return 'AWS_REGION is not set';
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 300 && status < 500 && status !== 429 ? `the store refuses: ${name}` : undefined;
}
