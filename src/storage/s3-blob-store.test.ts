import { DeleteObjectsCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chunks, describeBlobStore, digestOf, endless, namesIn } from '../testing/blob-store-promises.ts';
import { s3Credentials, startS3Peer, type S3Peer } from '../testing/s3-peer.ts';
import { type BlobStore, BlobStoreUnavailable } from './blob-store.ts';
import { openS3BlobStore } from './s3-blob-store.ts';

const location = { bucket: 'contents', prefix: 'spci/' };
const partBytes = 5 * 1024 ** 2;
let peer: S3Peer;
let raw: S3Client;

beforeAll(async () => {
  peer = await startS3Peer(location.bucket);
  Object.assign(process.env, s3Credentials, { AWS_MAX_ATTEMPTS: '1' });
  raw = new S3Client({ endpoint: peer.endpoint, region: 'us-east-1', forcePathStyle: true });
});
afterAll(async () => {
  raw.destroy();
  await peer.stop();
});

async function keys(): Promise<string[]> {
  const { Contents = [] } = await raw.send(new ListObjectsV2Command({ Bucket: location.bucket }));
  return Contents.map(({ Key = '' }) => Key);
}

async function empty(): Promise<void> {
  const Objects = (await keys()).map((Key) => ({ Key }));
  if (Objects.length > 0) await raw.send(new DeleteObjectsCommand({ Bucket: location.bucket, Delete: { Objects } }));
}

function open(copyBytesMax = 10_000_000): BlobStore {
  const region = 'us-east-1';
  return openS3BlobStore(location, { endpoint: peer.endpoint, region, partBytes, copyBytesMax });
}

describe('promises of every store', () => {
  describeBlobStore(async () => ({
    blobs: open(),
    unfinished: async () => peer.openUploads() + (await keys()).filter((key) => !key.startsWith('spci/blobs/')).length,
    damage: async (sha256, content) => {
      await raw.send(new PutObjectCommand({ Bucket: location.bucket, Key: `spci/blobs/${sha256}`, Body: content }));
    },
    passTime: async (ms) => peer.passTime(ms),
    close: empty,
  }));
});

describe('a store that fails', () => {
  let blobs: BlobStore;
  beforeEach(() => {
    blobs = open();
  });
  afterEach(async () => {
    peer.failBy(undefined);
    await empty();
  });

  test('is unavailable to every question, and nothing is taken for missing', async () => {
    const sha256 = digestOf('x');
    for (const fault of ['cut', { status: 503, code: 'SlowDown' }, { status: 404, code: 'NoSuchBucket' }] as const) {
      peer.failBy((method) => (method === 'HEAD' && fault !== 'cut' ? { status: 403, code: '' } : fault));
      await expect(blobs.stat(sha256)).rejects.toThrow(BlobStoreUnavailable);
      await expect(blobs.open(sha256)).rejects.toThrow(BlobStoreUnavailable);
      await expect(blobs.put(chunks('x'), { bytesMax: 1 })).rejects.toThrow(BlobStoreUnavailable);
      await expect(blobs.check()).rejects.toThrow(BlobStoreUnavailable);
      await expect(namesIn(blobs)).rejects.toThrow(BlobStoreUnavailable);
    }
  });

  test('in the middle of an upload has half a blob in no place, and the sweep takes what it left', async () => {
    peer.failBy((method, address) =>
      address.includes('partNumber=2') || method === 'DELETE' ? { status: 400, code: 'InvalidRequest' } : undefined,
    );
    await expect(blobs.put(endless(11_000_000), { bytesMax: 20_000_000 })).rejects.toThrow(BlobStoreUnavailable);
    peer.failBy(undefined);
    expect([await namesIn(blobs), peer.openUploads()]).toEqual([[], 1]);
    expect([await blobs.sweepTemporary(60_000), peer.openUploads()]).toEqual([0, 1]);
    peer.passTime(61_000);
    expect([await blobs.sweepTemporary(60_000), peer.openUploads()]).toEqual([1, 0]);
  });

  test('before it renamed what was sent has no blob, and the sweep takes what was sent', async () => {
    peer.failBy((method, address) =>
      (method === 'PUT' && address.includes('/blobs/')) || (method === 'DELETE' && address.includes('/temporary/'))
        ? { status: 400, code: 'InvalidRequest' }
        : undefined,
    );
    await expect(blobs.put(endless(6_000_000), { bytesMax: 20_000_000 })).rejects.toThrow(BlobStoreUnavailable);
    peer.failBy(undefined);
    expect(await keys()).toEqual([expect.stringMatching(/^spci\/temporary\//)]);
    peer.passTime(61_000);
    expect([await blobs.sweepTemporary(60_000), await keys()]).toEqual([1, []]);
  });
});

describe('a put and a removal of the same content at once', () => {
  afterEach(async () => {
    peer.failBy(undefined);
    await empty();
  });

  /** Removes old content, and puts it again while the removal is before its request of this kind. */
  async function putBefore(method: string, part: string): Promise<{ removed: boolean; put: unknown; kept: boolean }> {
    const blobs = open();
    const { sha256 } = await blobs.put(chunks('shared'), { bytesMax: 6 });
    peer.passTime(3_600_000);
    let put: Promise<unknown> | undefined;
    peer.holdBefore(method, part, async () => {
      put = blobs.put(chunks('shared'), { bytesMax: 6 }).catch((error: unknown) => error);
      // Until the content is there; whether it is kept is what the put asks next.
      while (!peer.requests.at(-1)?.startsWith('HEAD')) await new Promise(setImmediate);
    });
    const removed = await blobs.remove(sha256, 60_000);
    return { removed, put: await put, kept: await blobs.has(sha256) };
  }

  test('leave the content when it is there before the removal has looked at its age', async () => {
    expect(await putBefore('PUT', '/removals/')).toMatchObject({ removed: false, put: { size_bytes: 6 }, kept: true });
  });

  test('do not tell who puts it that it is kept when it went', async () => {
    const { removed, put, kept } = await putBefore('DELETE', '/blobs/');
    expect({ removed, kept }).toEqual({ removed: true, kept: false });
    expect(put).toBeInstanceOf(BlobStoreUnavailable);
  });
});

describe('an address', () => {
  test('gives the bytes to anybody for a while, as the attachment that it names, and in part', async () => {
    const blobs = open();
    const { sha256 } = await blobs.put(chunks('0123456789'), { bytesMax: 10 });
    const disposition = `attachment; filename="a b.srt"; filename*=UTF-8''a%20b.srt`;
    const address = (await blobs.address?.(sha256, { lifeSeconds: 600, disposition })) ?? '';
    const answer = await fetch(address, { headers: { Range: 'bytes=2-4' } });
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    expect(answer.headers.get('content-disposition')).toBe(disposition);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(new URL(address).searchParams.get('X-Amz-Expires')).toBe('600');
    for (const wrong of [address.replace('a%20b', 'a%20c'), address.replace('=600', '=601')])
      expect((await fetch(wrong)).status).toBe(403);
  });
});
