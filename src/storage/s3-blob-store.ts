import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  type BlobAddressOptions,
  BlobDigestMismatch,
  type BlobRange,
  BlobRangeInvalid,
  type BlobStore,
  BlobTooLarge,
  type OpenedBlob,
} from './blob-store.ts';
import {
  asked,
  blobKey,
  findBlob,
  getObject,
  openS3Bucket,
  type S3Bucket,
  type S3Location,
  type S3Options,
} from './s3-bucket.ts';
import { putBlob } from './s3-put.ts';
import { checkStore, listBlobs, removeBlob, sweepTemporary } from './s3-upkeep.ts';

/** `PREFIXblobs/abcd…`, and `PREFIXtemporary/` and `PREFIXremovals/` for what is on its way in or out. */
export function openS3BlobStore(location: S3Location, options: S3Options = {}): BlobStore {
  const bucket = openS3Bucket(location, options);
  return {
    put: (source, putOptions) => putBlob(bucket, source, putOptions),
    open: (sha256, range) => openBlob(bucket, sha256, range),
    stat: async (sha256) => findBlob(bucket, sha256),
    has: async (sha256) => (await findBlob(bucket, sha256)) !== undefined,
    readAll: (sha256, bytesMax) => readBlob(bucket, sha256, bytesMax),
    check: () => checkStore(bucket),
    sweepTemporary: (olderThanMs) => sweepTemporary(bucket, olderThanMs),
    remove: (sha256, olderThanMs) => removeBlob(bucket, sha256, olderThanMs),
    list: () => listBlobs(bucket),
    address: async (sha256, addressOptions) => signAddress(bucket, sha256, addressOptions),
  };
}

async function openBlob(bucket: S3Bucket, sha256: string, range: BlobRange = {}): Promise<OpenedBlob | undefined> {
  const key = blobKey(bucket, sha256);
  const whole = range.start === undefined && range.end === undefined;
  if (whole) {
    const object = await getObject(bucket, key);
    return object && { size_bytes: object.ContentLength ?? 0, stream: streamOf(object.Body) };
  }
  const stat = await findBlob(bucket, sha256);
  if (stat === undefined) return undefined;
  const { start = 0, end = Infinity } = range;
  const last = Math.min(end, stat.size_bytes - 1);
  if (!(Number.isInteger(start) && Number.isInteger(last) && 0 <= start && start <= last))
    throw new BlobRangeInvalid(stat.size_bytes);
  const object = await getObject(bucket, key, `bytes=${start}-${last}`);
  return object && { size_bytes: stat.size_bytes, stream: streamOf(object.Body) };
}

function streamOf(body: unknown): Readable {
  if (body instanceof Readable) return body;
  throw new TypeError('the store gave no stream');
}

async function readBlob(bucket: S3Bucket, sha256: string, bytesMax: number): Promise<Buffer | undefined> {
  const opened = await openBlob(bucket, sha256);
  if (opened === undefined) return undefined;
  const { size_bytes, stream } = opened;
  if (size_bytes > bytesMax) {
    stream.destroy();
    throw new BlobTooLarge(bytesMax);
  }
  const bytes = await asked(buffer(stream));
  const actual = hash('sha256', bytes);
  if (actual !== sha256) throw new BlobDigestMismatch(sha256, actual);
  return bytes;
}

async function signAddress(
  bucket: S3Bucket,
  sha256: string,
  { lifeSeconds, disposition }: BlobAddressOptions,
): Promise<string> {
  const get = new GetObjectCommand({
    Bucket: bucket.bucket,
    Key: blobKey(bucket, sha256),

    ResponseContentDisposition: disposition,
    ResponseContentType: 'application/octet-stream',
  });
  return asked(getSignedUrl(bucket.client, get, { expiresIn: lifeSeconds }));
}
