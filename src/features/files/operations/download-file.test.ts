import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { settingsFrom } from '../../../config.ts';
import type { AppContext } from '../../../context.ts';
import { openInMemory, type OpenDatabase } from '../../../db/open-database.ts';
import { AppError } from '../../../errors.ts';
import { newKey } from '../../../secrets.ts';
import { openFileBlobStore } from '../../../storage/file-blob-store.ts';
import { createRunWakeup } from '../../queue/run-wakeup.ts';
import { downloadFile } from './download-file.ts';

const content = '0123456789';
const digest = createHash('sha256').update(content);
const digestBase64 = digest.copy().digest('base64');
const sha256 = digest.digest('hex');
let opened: OpenDatabase;
let directory: string;
let context: AppContext;

beforeAll(async () => {
  opened = await openInMemory();
  directory = await mkdtemp(join(tmpdir(), 'spci-files-'));
  const key = newKey();
  context = {
    db: opened.db,
    blobs: await openFileBlobStore(directory),
    settings: settingsFrom({}),
    keys: { active: key, all: [key] },
    logger: pino({ level: 'silent' }),
    runWakeup: createRunWakeup(),
    stopping: new AbortController().signal,
  };
  await context.blobs.put(Readable.from([Buffer.from(content)]), { bytesMax: 100 });
});

afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

function download(range?: string, of = sha256) {
  const principal = { kind: 'signature', domainId: 1, sha256: of } as const;
  return downloadFile(
    { ...context, principal },
    {
      path: { sha256: of },
      query: { name: 'né.srt', domain: 1, expires: 1 },
      headers: range === undefined ? {} : { Range: range },
      body: undefined,
      clientAddress: '127.0.0.1',
      signal: new AbortController().signal,
      fail: (code, message, details) => new AppError(code, message, details),
    },
  );
}

async function received(range?: string) {
  const answer = await download(range);
  return { ...answer, stream: undefined, content: 'stream' in answer ? await text(answer.stream) : undefined };
}

const described = {
  'Content-Disposition': `attachment; filename="n_.srt"; filename*=UTF-8''n%C3%A9.srt`,
  ETag: `"${sha256}"`,
  'Accept-Ranges': 'bytes',
  'Repr-Digest': `sha-256=:${digestBase64}:`,
};

test('a file is an attachment that can be checked against its digest', async () => {
  expect(await received()).toEqual({ status: 200, headers: { ...described, 'Content-Length': 10 }, content });
});

describe('a range', () => {
  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=8-', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
  ])('%s of ten bytes is %s', async (range, part, contentRange) => {
    const headers = { ...described, 'Content-Length': part.length, 'Content-Range': contentRange };
    expect(await received(range)).toEqual({ status: 206, headers, content: part });
  });

  test('that is one of several is not taken, and the whole is served', async () => {
    expect(await received('bytes=0-0,2-2')).toMatchObject({ status: 200, content });
  });

  test('that has nothing in it is refused with the size', async () => {
    const refusal = { code: 'range_not_satisfiable', details: { size_bytes: 10 } };
    await expect(download('bytes=10-')).rejects.toMatchObject(refusal);
  });
});

test('an empty file is served whole', async () => {
  const empty = await context.blobs.put(Readable.from([]), { bytesMax: 0 });
  const answer = await download(undefined, empty.sha256);
  expect(answer).toMatchObject({ status: 200, headers: { 'Content-Length': 0 } });
  expect('stream' in answer && (await text(answer.stream))).toBe('');
});

test('bytes that the store does not have are not found', async () => {
  await expect(download(undefined, '0'.repeat(64))).rejects.toMatchObject({ code: 'not_found' });
});
