import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import { cutUpload } from '../harness/cut-upload.ts';
import { fileFormOf, formType } from '../harness/file-form.ts';
import { startOwnServer } from '../harness/own-server.ts';
import { exchange, hostOf, rawRequest } from '../harness/raw-http.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { fetchFile } from '../harness/stored-file.ts';
import { streamUpload, type UploadId } from '../harness/streamed-upload.ts';
import { newCommit, openWorld, sha256, unique, type World } from '../harness/world.ts';

interface Place {
  readonly world: World;
  readonly repository: string;
}

async function openPlace(url?: string): Promise<Place> {
  const world = await openWorld(url);
  const repository = `${unique('owner')}/tool`;
  await world.admin.expect('createRepository', 201, { body: { repository } });
  return { world, repository };
}

/** What an upload needs beside its bytes; a build gets a commit of its own. */
function queryOf(id: UploadId, { repository }: Place): URLSearchParams {
  return id === 'createSample'
    ? new URLSearchParams({ filename: 'large.ts' })
    : new URLSearchParams({ repository, commit_sha: newCommit(), platform: 'linux', entry_point: 'tool' });
}

async function total(id: UploadId, { world: { admin } }: Place): Promise<number> {
  const page = id === 'createSample' ? await admin.expect('listSamples', 200) : await admin.expect('listBuilds', 200);
  return page.pagination.total;
}

function pieces(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
}

const ids: readonly UploadId[] = ['createSample', 'createBuild'];
let place: Place;

beforeAll(async () => {
  place = await openPlace();
});

describe.each(ids)('%s', (id) => {
  test.each([
    ['in large pieces', 1_048_576],
    ['in pieces of odd sizes', 65_537],
  ])('takes 5 MB %s of unknown number', async (_, size) => {
    const bytes = randomBytes(5_000_000);
    const { status, body } = await streamUpload(place.world.admin, id, queryOf(id, place), pieces(bytes, size));
    expect({ status, size_bytes: body['size_bytes'] }).toEqual({ status: 201, size_bytes: bytes.length });
    expect(body['sha'] ?? body['sha256']).toBe(sha256(bytes));
  });

  test.each(['Content-Length: 1000', 'Transfer-Encoding: chunked'] as const)(
    'keeps nothing of a body that ends half-way (%s), and takes it when it comes whole',
    async (framing) => {
      const [query, before] = [queryOf(id, place), await total(id, place)];
      const [half, rest] = [unique('half'), unique('rest')];
      await cutUpload(place.world.admin, `${operations[id].path}?${query}`, framing, half);
      expect(await total(id, place)).toBe(before);
      const parts = [Buffer.from(half), Buffer.from(rest)];
      const { status, body } = await streamUpload(place.world.admin, id, query, parts);
      expect({ status, size_bytes: body['size_bytes'] }).toEqual({
        status: 201,
        size_bytes: half.length + rest.length,
      });
      expect(await total(id, place)).toBe(before + 1);
    },
  );

  test('refuses a body that is announced too large before a byte of it is sent', async () => {
    const { bodyBytesMax, path } = operations[id];
    const before = await total(id, place);
    const headers = [
      `Host: ${hostOf(place.world.url)}`,
      `Authorization: Bearer ${place.world.admin.token ?? ''}`,
      'Content-Type: application/octet-stream',
      `Content-Length: ${bodyBytesMax + 1}`,
    ];
    const request = rawRequest(`POST ${path}?${queryOf(id, place)}`, headers);
    const { answers } = await exchange(place.world.url, request);
    expect(answers.map(({ status, text }) => ({ status, ...(JSON.parse(text) as object) }))).toMatchObject([
      { status: 413, code: 'payload_too_large', details: { bytes_max: bodyBytesMax } },
    ]);
    expect(await total(id, place)).toBe(before);
  });
});

test('5 MB come back as they were sent, whole and in parts', async () => {
  const bytes = randomBytes(5_000_000);
  const { body } = await streamUpload(place.world.admin, 'createSample', queryOf('createSample', place), [bytes]);
  const path = { sample_id: Number(body['sample_id']) };
  const { download_url } = await place.world.admin.expect('getSampleDownload', 200, { path });
  expect(sha256((await fetchFile(download_url)).bytes)).toBe(sha256(bytes));
  const ranges = ['bytes=0-2499999', 'bytes=2500000-'];
  const parts = await Promise.all(ranges.map((Range) => fetchFile(download_url, { headers: { Range } })));
  expect(sha256(Buffer.concat(parts.map((part) => part.bytes)))).toBe(sha256(bytes));
});

describe('where the operator allows 1,000 bytes', () => {
  let server: ServerProcess;
  let small: Place;

  beforeAll(async () => {
    server = await startOwnServer({ SPCI_MAX_UPLOAD_BYTES: '1000', SPCI_FFPROBE: 'off' });
    small = await openPlace(server.url);
  });
  afterAll(() => server.stop());

  /** Digests of the stored files and names of whatever else the store holds. */
  async function stored(): Promise<string[]> {
    const entries = await readdir(join(server.directory, 'blobs'), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  test.each(ids)('%s takes 1,000 and refuses 1,001, announced or not, and keeps none of them', async (id) => {
    const bytes = randomBytes(1001);
    const { admin } = small.world;
    const kept = await streamUpload(admin, id, queryOf(id, small), [bytes.subarray(1)]);
    expect(kept.status).toBe(201);
    const [before, files] = [await total(id, small), await stored()];
    const refused = [
      await streamUpload(admin, id, queryOf(id, small), [bytes]),
      await streamUpload(admin, id, queryOf(id, small), pieces(bytes, 100)),
    ];
    const answer = await fetch(new URL(`${operations[id].path}?${queryOf(id, small)}`, server.url), {
      method: 'POST',
      headers: { Authorization: `Bearer ${admin.token ?? ''}`, 'Content-Type': 'application/octet-stream' },
      body: bytes,
    });
    refused.push({ status: answer.status, body: (await answer.json()) as Record<string, unknown> });
    for (const { status, body } of refused)
      expect({ status, ...body }).toMatchObject({
        status: 413,
        code: 'payload_too_large',
        details: { bytes_max: 1000 },
      });
    expect([await total(id, small), await stored()]).toEqual([before, files]);
  });

  test('a form takes a file of 1,000 bytes and refuses one of 1,001, and keeps none of it', async () => {
    const { admin } = small.world;
    await admin.expect('createQueuedSample', 201, { raw: fileFormOf(randomBytes(1000)) });
    const files = await stored();
    const { code, details } = await admin.expect('createQueuedSample', 413, { raw: fileFormOf(randomBytes(1001)) });
    expect({ code, bytes_max: details['bytes_max'] }).toEqual({ code: 'payload_too_large', bytes_max: 1000 });
    expect(await stored()).toEqual(files);
  });

  test('no file stays of a form that ends half-way', async () => {
    const before = await stored();
    const form = Buffer.from(fileFormOf(unique('half')))
      .toString()
      .slice(0, -30);
    await cutUpload(small.world.admin, '/api/v1/samples/upload', 'Transfer-Encoding: chunked', form, formType);
    await small.world.admin.expect('createQueuedSample', 400, { raw: form });
    expect(await untilAsBefore(before)).toEqual(before);
    expect((await small.world.admin.expect('listQueuedSamples', 200)).pagination.total).toBe(1);
  });

  /** What is stored once it is so again, or at last. */
  async function untilAsBefore(before: readonly string[]): Promise<string[]> {
    let files = await stored();
    for (let attempts = 0; attempts < 100 && files.length > before.length; attempts += 1) {
      await delay(50);
      files = await stored();
    }
    return files;
  }

  test('no file stays of a wrong digest or of a body that ends half-way', async () => {
    const before = await stored();
    const query = queryOf('createSample', small);
    query.set('sha256', sha256('other'));
    const { status } = await streamUpload(small.world.admin, 'createSample', query, [Buffer.from(unique('wrong'))]);
    expect(status).toBe(422);
    await cutUpload(small.world.admin, `/api/v1/samples?${query}`, 'Content-Length: 1000', unique('half'));
    expect(await untilAsBefore(before)).toEqual(before);
  });
});
