import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { servedFile } from './served-file.ts';

const content = '0123456789';
const digestOf = (encoding: 'hex' | 'base64'): string => createHash('sha256').update(content).digest(encoding);
const sha256 = digestOf('hex');
let directory: string;
let blobs: BlobStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-files-'));
  blobs = await openFileBlobStore(directory);
  await blobs.put(Readable.from([Buffer.from(content)]), { bytesMax: 100 });
});

afterAll(() => rm(directory, { recursive: true }));

async function received(range?: string, of = sha256) {
  const { stream, ...head } = await servedFile({ blobs }, { sha256: of, name: 'né.srt', range });
  return { ...head, content: await text(stream) };
}

const described = {
  'Content-Disposition': `attachment; filename="n_.srt"; filename*=UTF-8''n%C3%A9.srt`,
  ETag: `"${sha256}"`,
  'Accept-Ranges': 'bytes',
  'Repr-Digest': `sha-256=:${digestOf('base64')}:`,
};
const whole = { headers: { ...described, 'Content-Length': 10 }, contentRange: undefined, content };

test('a file is an attachment that can be checked against its digest', async () => {
  expect(await received()).toEqual(whole);
});

describe('a range', () => {
  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=8-', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
  ])('%s of ten bytes is %s', async (range, part, contentRange) => {
    const headers = { ...described, 'Content-Length': part.length };
    expect(await received(range)).toEqual({ headers, contentRange, content: part });
  });

  test('that is one of several is not taken, and the whole is served', async () => {
    expect(await received('bytes=0-0,2-2')).toEqual(whole);
  });

  test('that has nothing in it is refused with the size', async () => {
    const refusal = { code: 'range_not_satisfiable', details: { size_bytes: 10 } };
    await expect(received('bytes=10-')).rejects.toMatchObject(refusal);
  });
});

test('an empty file is served whole', async () => {
  const empty = await blobs.put(Readable.from([]), { bytesMax: 0 });
  expect(await received(undefined, empty.sha256)).toMatchObject({ headers: { 'Content-Length': 0 }, content: '' });
});

test('bytes that the store does not have are not found', async () => {
  await expect(received(undefined, '0'.repeat(64))).rejects.toMatchObject({ code: 'not_found' });
});
