import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { faultyFields } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { mediaInfoOf } from '../../harness/stage.ts';
import { fetchFile } from '../../harness/stored-file.ts';
import { mediaBytes, uploadSample } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

async function lookedInto(kind: string) {
  const { sample_id, sha } = await uploadSample(world, mediaBytes(kind));
  return { sample_id, sha, ...(await mediaInfoOf(world, sample_id)) };
}

test('200: an address that serves what the program said, word by word, also in part; the details tell it in short', async () => {
  const { sample_id, sha, media_info, media_info_reason } = await lookedInto('sample');
  const container = { kind: 'container', format_name: 'mpegts', duration: '5.500000' };
  const stream = { index: 0, codec_name: 'h264', codec_type: 'video', width: 64, height: 48 };
  expect({ media_info, media_info_reason }).toEqual({
    media_info: [container, { kind: 'video', ...stream, disposition: { default: 0 } }],
    media_info_reason: null,
  });
  const answer = await world.admin.call('getMediaInfoDownload', { path: { sample_id } });
  if (answer.status !== 200) throw new Error(answer.text);
  const { download_url, ...told } = answer.body;
  const { bytes, headers } = await fetchFile(download_url);
  expect(told).toEqual({
    ...{ filename: `${sha}.media-info.json`, storage_status: 'ok', sha256: sha256(bytes.toString()) },
    size_bytes: bytes.length,
  });
  expect(JSON.parse(bytes.toString())).toMatchObject({ streams: [stream], format: { format_name: 'mpegts' } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-disposition')).toContain(`attachment; filename="${sha}.media-info.json"`);
  const part = await fetchFile(download_url, { headers: { Range: 'bytes=2-10' } });
  expect([part.status, part.bytes]).toEqual([206, bytes.subarray(2, 11)]);
  expect((await fetchFile(download_url, { headers: { 'If-None-Match': headers.get('etag') ?? '' } })).status).toBe(304);
});

test('200: each sample has its own', async () => {
  for (const { sample_id, sha } of [await lookedInto('sample'), await lookedInto('sample')]) {
    const { filename } = await world.admin.expect('getMediaInfoDownload', 200, { path: { sample_id } });
    expect(filename).toBe(`${sha}.media-info.json`);
  }
});

test('404: of text nothing is told, and no program is asked', async () => {
  const { sample_id } = await uploadSample(world);
  const details = await world.admin.expect('getSampleDetails', 200, { path: { sample_id } });
  expect(details).toMatchObject({ media_info: [], media_info_reason: 'no_media' });
  await world.admin.expect('getMediaInfoDownload', 404, { path: { sample_id } });
});

test.each(['text', 'flood', 'nothing', 'nonsense'])(
  '404: of %s nothing is told, and the details say why',
  async (kind) => {
    const { sample_id, media_info, media_info_reason } = await lookedInto(kind);
    expect({ media_info, media_info_reason }).toEqual({ media_info: [], media_info_reason: 'unreadable' });
    const refused = await world.admin.expect('getMediaInfoDownload', 404, { path: { sample_id } });
    expect(refused).toMatchObject({ code: 'not_found', message: 'There is no such media info.' });
  },
);

test('404: a sample of another domain is like one that does not exist', async () => {
  const other = await openWorld();
  const { sample_id } = await uploadSample(other, mediaBytes());
  await mediaInfoOf(other, sample_id);
  const asked = (id: number) => ({ path: { sample_id: id } });
  await expectForeignHidden(world.admin, 'getMediaInfoDownload', asked(sample_id), asked(missingId));
});

test('400: id 0', async () => {
  const answer = await world.admin.call('getMediaInfoDownload', { path: { sample_id: 0 } });
  expect(faultyFields(answer)).toEqual(['path.sample_id']);
});

describe('on a server of its own', () => {
  let server: ServerProcess | undefined;

  afterAll(() => server?.stop());

  test('404: without a program a sample waits for one; with one, behind what is looked into', async () => {
    server = await startOwnServer({ SPCI_FFPROBE: 'off' });
    const { admin } = await openWorld(server.url);
    const { sample_id } = await uploadSample({ admin }, mediaBytes());
    expect(await mediaInfoOf({ admin }, sample_id)).toEqual({ media_info: [], media_info_reason: 'no_program' });
    await admin.expect('getMediaInfoDownload', 404, { path: { sample_id } });
    await server.stop();
    server = await startOwnServer({});
    const again = await openWorld(server.url);
    const hanging = await uploadSample(again, mediaBytes('hang'));
    const behind = await uploadSample(again, mediaBytes());
    for (const { sample_id: waiting } of [hanging, behind]) {
      const details = await again.admin.expect('getSampleDetails', 200, { path: { sample_id: waiting } });
      expect(details).toMatchObject({ media_info: [], media_info_reason: 'pending' });
      await again.admin.expect('getMediaInfoDownload', 404, { path: { sample_id: waiting } });
    }
  });
});

describeGuard(() => world, 'getMediaInfoDownload', { path: { sample_id: 1 } }, { scope: 'runs:read' });
