import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  paginateListObjectsV2,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { randomBytes, randomUUID } from 'node:crypto';
import type { BlobStat } from './blob-store.ts';
import { asked, blobKey, findBlob, getObject, removalKey, temporaryKey, type S3Bucket } from './s3-bucket.ts';
import { removalMs } from './s3-put.ts';

export async function checkStore(bucket: S3Bucket): Promise<void> {
  const place = { Bucket: bucket.bucket, Key: temporaryKey(bucket, randomUUID()) };
  const written = randomBytes(64);
  try {
    await asked(bucket.client.send(new PutObjectCommand({ ...place, Body: written })));
    const read = await getObject(bucket, place.Key);
    if (!written.equals((await read?.Body?.transformToByteArray()) ?? Buffer.alloc(0)))
      throw new Error('the blob store does not read what it wrote');
  } finally {
    await bucket.client.send(new DeleteObjectCommand(place)).catch(() => {});
  }
}

/** Only `putBlob` knows why it is done in this order. */
export async function removeBlob(bucket: S3Bucket, sha256: string, olderThanMs: number): Promise<boolean> {
  const found = await findBlob(bucket, sha256);
  if (found === undefined) return true;
  if (!isOld(found, olderThanMs)) return false;
  const mark = { Bucket: bucket.bucket, Key: removalKey(bucket, sha256) };
  const markedMs = performance.now();
  await asked(bucket.client.send(new PutObjectCommand({ ...mark, Body: Buffer.from('removal') })));
  try {
    const marked = await findBlob(bucket, sha256);
    if (marked === undefined) return true;
    if (!isOld(marked, olderThanMs) || performance.now() > markedMs + removalMs) return false;
    await asked(bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.bucket, Key: blobKey(bucket, sha256) })));
    return true;
  } finally {
    await bucket.client.send(new DeleteObjectCommand(mark)).catch(() => {});
  }
}

function isOld({ stored_at }: Pick<BlobStat, 'stored_at'>, olderThanMs: number): boolean {
  return stored_at.getTime() <= Date.now() - olderThanMs;
}

export async function* listBlobs(bucket: S3Bucket): AsyncGenerator<BlobStat> {
  const directory = `${bucket.prefix}blobs/`;
  for await (const { key, ...stat } of listObjects(bucket, directory)) {
    const sha256 = key.slice(directory.length);
    if (/^[0-9a-f]{64}$/.test(sha256)) yield { sha256, ...stat };
  }
}

type ListedObject = Omit<BlobStat, 'sha256'> & { readonly key: string };

/** S3 lists in the order of names. */
async function* listObjects({ client, bucket }: S3Bucket, prefix: string): AsyncGenerator<ListedObject> {
  const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })[Symbol.asyncIterator]();
  for (let page = await asked(pages.next()); !page.done; page = await asked(pages.next()))
    for (const { Key: key = '', Size: size_bytes = 0, LastModified: stored_at = new Date(0) } of page.value.Contents ??
      [])
      yield { key, size_bytes, stored_at };
}

/** Objects that never got their own name, marks of removals, and parts of uploads that did not come to their end. */
export async function sweepTemporary(bucket: S3Bucket, olderThanMs: number): Promise<number> {
  let count = 0;
  for (const directory of [temporaryKey(bucket, ''), removalKey(bucket, '')])
    for await (const object of listObjects(bucket, directory)) {
      if (!isOld(object, olderThanMs)) continue;
      await asked(bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.bucket, Key: object.key })));
      count += 1;
    }
  for await (const { Key, UploadId, Initiated: stored_at = new Date() } of listUploads(bucket)) {
    if (!isOld({ stored_at }, olderThanMs)) continue;
    await asked(bucket.client.send(new AbortMultipartUploadCommand({ Bucket: bucket.bucket, Key, UploadId })));
    count += 1;
  }
  return count;
}

async function* listUploads({ client, bucket, prefix }: S3Bucket): AsyncGenerator<MultipartUpload> {
  const place = { Bucket: bucket, Prefix: prefix };
  let after: Pick<ListMultipartUploadsCommandInput, 'KeyMarker' | 'UploadIdMarker'> | undefined = {};
  while (after !== undefined) {
    const page: ListMultipartUploadsCommandOutput = await asked(
      client.send(new ListMultipartUploadsCommand({ ...place, ...after })),
    );
    yield* page.Uploads ?? [];
    after = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : undefined;
  }
}
