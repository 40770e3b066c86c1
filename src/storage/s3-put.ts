import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import {
  assertBlobName,
  BlobDigestMismatch,
  BlobStoreUnavailable,
  type PutOptions,
  type StoredBlob,
} from './blob-store.ts';
import { measuredBytes, type Measure } from './measured-bytes.ts';
import { asked, blobKey, findObject, removalKey, temporaryKey, type S3Bucket } from './s3-bucket.ts';

/** S3 takes no more parts of one object. */
const partsMax = 10_000;
const objectBytesMax = 5 * 1024 ** 4;
const octets = 'application/octet-stream';

/** What fits in one part goes under its name at once; more is sent under another name until its own is known. */
export async function putBlob(
  bucket: S3Bucket,
  source: Readable | AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredBlob> {
  const { expectedSha256, bytesMax } = options;
  if (expectedSha256 !== undefined) assertBlobName(expectedSha256);
  const measure = { hash: createHash('sha256'), sizeBytes: 0 };
  const bytes = measuredBytes(source, measure, options);
  const partBytes = Math.max(bucket.partBytes, Math.ceil(Math.min(bytesMax, objectBytesMax) / partsMax));
  const beginning = await readBeginning(bytes, partBytes);
  const isWhole = beginning.sizeBytes <= partBytes;
  const sha256 = isWhole
    ? await putWhole(bucket, Buffer.concat(beginning.chunks), digested(measure, expectedSha256))
    : await putInParts(bucket, { beginning: beginning.chunks, bytes, measure, partBytes, expectedSha256 });
  await untilKept(bucket, sha256);
  return { sha256, size_bytes: measure.sizeBytes };
}

/** Reads to the end of the source, or until it has more than fits in one part. */
async function readBeginning(
  bytes: AsyncGenerator<Uint8Array>,
  partBytes: number,
): Promise<{ readonly chunks: Uint8Array[]; readonly sizeBytes: number }> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  while (sizeBytes <= partBytes) {
    const { done, value } = await bytes.next();
    if (done) break;
    chunks.push(value);
    sizeBytes += value.byteLength;
  }
  return { chunks, sizeBytes };
}

function digested(measure: Measure, expectedSha256: string | undefined): string {
  const sha256 = measure.hash.digest('hex');
  if (expectedSha256 !== undefined && sha256 !== expectedSha256) throw new BlobDigestMismatch(expectedSha256, sha256);
  return sha256;
}

/** The store itself compares the digest. */
async function putWhole(bucket: S3Bucket, body: Buffer, sha256: string): Promise<string> {
  const put = new PutObjectCommand({
    Bucket: bucket.bucket,
    Key: blobKey(bucket, sha256),
    Body: body,
    ContentType: octets,
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
  });
  await asked(bucket.client.send(put));
  return sha256;
}

interface Parts {
  readonly beginning: Uint8Array[];
  readonly bytes: AsyncGenerator<Uint8Array>;
  readonly measure: Measure;
  readonly partBytes: number;
  readonly expectedSha256: string | undefined;
}

async function putInParts(bucket: S3Bucket, parts: Parts): Promise<string> {
  const temporary = temporaryKey(bucket, randomUUID());
  try {
    await upload(bucket, temporary, parts);
    const sha256 = digested(parts.measure, parts.expectedSha256);
    await copyObject(bucket, temporary, blobKey(bucket, sha256), parts.measure.sizeBytes);
    return sha256;
  } finally {
    // What cannot be removed now is swept later; the first error is the one to know.
    const remove = new DeleteObjectCommand({ Bucket: bucket.bucket, Key: temporary });
    await bucket.client.send(remove).catch(() => {});
  }
}

/** The object appears, under a name of its own, when the last part is there. */
async function upload(bucket: S3Bucket, key: string, parts: Parts): Promise<void> {
  let failure: { readonly cause: unknown } | undefined;
  const read = async (): Promise<IteratorResult<Uint8Array>> =>
    parts.bytes.next().catch((cause: unknown) => {
      failure = { cause };
      throw cause;
    });
  async function* body(): AsyncGenerator<Uint8Array> {
    yield* parts.beginning.splice(0);
    for (let next = await read(); !next.done; next = await read()) yield next.value;
  }
  const stream = Readable.from(body(), { objectMode: false });
  const params = { Bucket: bucket.bucket, Key: key, Body: stream, ContentType: octets };
  try {
    await new Upload({ client: bucket.client, params, partSize: parts.partBytes, queueSize: 2 }).done();
  } catch (error) {
    if (failure !== undefined) throw failure.cause;
    throw new BlobStoreUnavailable(error);
  } finally {
    stream.destroy();
    // Not awaited: a silent source would answer only after its next chunk.
    void parts.bytes.return(undefined).catch(() => {});
  }
}

async function copyObject(bucket: S3Bucket, from: string, to: string, sizeBytes: number): Promise<void> {
  const { client } = bucket;
  const place = { Bucket: bucket.bucket, Key: to };
  const CopySource = encodeURI(`${bucket.bucket}/${from}`);
  if (sizeBytes <= bucket.copyBytesMax) {
    await asked(client.send(new CopyObjectCommand({ ...place, CopySource })));
    return;
  }
  const { UploadId } = await asked(client.send(new CreateMultipartUploadCommand({ ...place, ContentType: octets })));
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
    for (let start = 0; start < sizeBytes; start += bucket.copyBytesMax) {
      const CopySourceRange = `bytes=${start}-${Math.min(start + bucket.copyBytesMax, sizeBytes) - 1}`;
      const PartNumber = Parts.length + 1;
      const copy = new UploadPartCopyCommand({ ...place, UploadId, PartNumber, CopySource, CopySourceRange });
      const { CopyPartResult } = await asked(client.send(copy));
      Parts.push({ ETag: CopyPartResult?.ETag, PartNumber });
    }
    await asked(client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } })));
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => {});
    throw error;
  }
}

/** The mark of a removal whose process died does not stand in the way for longer. */
export const removalMs = 60_000;
const removalWaitMs = 5_000;
const removalPollMs = 100;

/**
 * S3 cannot remove an object only if nobody has put it since. So a removal marks what it is about to remove, and only
 * then looks how old it is; who put it meanwhile finds either the mark or, later, what became of the object.
 */
async function untilKept(bucket: S3Bucket, sha256: string): Promise<void> {
  for (let waitedMs = 0; await isBeingRemoved(bucket, sha256); waitedMs += removalPollMs) {
    if (waitedMs >= removalWaitMs) throw new BlobStoreUnavailable('the blob is being removed');
    await delay(removalPollMs);
  }
  if ((await findObject(bucket, blobKey(bucket, sha256))) === undefined)
    throw new BlobStoreUnavailable('the blob was removed while it was put');
}

async function isBeingRemoved(bucket: S3Bucket, sha256: string): Promise<boolean> {
  const mark = await findObject(bucket, removalKey(bucket, sha256));
  return mark !== undefined && mark.storedAt.getTime() > Date.now() - 2 * removalMs;
}
