import { GetObjectCommand, HeadObjectCommand, S3Client, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { assertBlobName, type BlobStat, BlobStoreUnavailable } from './blob-store.ts';

export interface S3Location {
  readonly bucket: string;
  /** Ends in a slash, or is empty. */
  readonly prefix: string;
}

export interface S3Options {
  /** Undefined: AWS. Another service is addressed by path: it may have no name for each bucket. */
  readonly endpoint?: string | undefined;
  /** Undefined: what the credential chain knows. */
  readonly region?: string | undefined;
  /** Parts in which larger contents are sent; S3 takes none but the last below 5 MiB. */
  readonly partBytes?: number;
  /** Larger contents are copied in parts of this size; S3 copies no more than 5 GiB at once. */
  readonly copyBytesMax?: number;
}

export interface S3Bucket extends S3Location {
  readonly client: S3Client;
  readonly partBytes: number;
  readonly copyBytesMax: number;
}

const connectMs = 1_500;
/** Without a byte from the store: it may copy gibibytes meanwhile. */
const silenceMs = 60_000;

export function openS3Bucket(location: S3Location, options: S3Options): S3Bucket {
  const { endpoint, region, partBytes = 8 * 1024 ** 2, copyBytesMax = 5 * 1024 ** 3 } = options;
  const client = new S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(region === undefined ? {} : { region }),
    // Services that only resemble S3 do not all take the newer checksums; ours are given by name.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connectMs, socketTimeout: silenceMs },
  });
  return { ...location, client, partBytes, copyBytesMax };
}

export function blobKey({ prefix }: S3Location, sha256: string): string {
  assertBlobName(sha256);
  return `${prefix}blobs/${sha256}`;
}

/** Of what is not complete, and of what only tries the store. */
export function temporaryKey({ prefix }: S3Location, name: string): string {
  return `${prefix}temporary/${name}`;
}

/** Stands while a blob is being removed. */
export function removalKey({ prefix }: S3Location, sha256: string): string {
  return `${prefix}removals/${sha256}`;
}

/** Any failure of the store, as the one error that says so. */
export async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return answer.catch((error: unknown) => {
    throw new BlobStoreUnavailable(error);
  });
}

/** A bucket that is missing is no missing object: what the store lost must not look as if nobody had put it. */
function isMissingObject(error: unknown): boolean {
  const { name, $metadata } = error as { readonly name?: string; readonly $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket';
}

async function unlessMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return asked(
    answer.catch((error: unknown) => {
      if (isMissingObject(error)) return undefined;
      throw error;
    }),
  );
}

export interface S3Object {
  readonly sizeBytes: number;
  readonly storedAt: Date;
}

export async function findObject({ client, bucket }: S3Bucket, key: string): Promise<S3Object | undefined> {
  const head = await unlessMissing(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
  return head && { sizeBytes: head.ContentLength ?? 0, storedAt: head.LastModified ?? new Date(0) };
}

export async function findBlob(bucket: S3Bucket, sha256: string): Promise<BlobStat | undefined> {
  const found = await findObject(bucket, blobKey(bucket, sha256));
  return found && { sha256, size_bytes: found.sizeBytes, stored_at: found.storedAt };
}

export async function getObject(
  { client, bucket }: S3Bucket,
  key: string,
  range?: string,
): Promise<GetObjectCommandOutput | undefined> {
  const part = range === undefined ? {} : { Range: range };
  return unlessMissing(client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...part })));
}
