import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answerJson, startScriptedServer, type Script } from '../testing/http-server.ts';
import { createClient } from './client.ts';
import { DigestError, downloadToFile, queueSample, uploadBuild, uploadSample } from './transfer.ts';

const content = Buffer.from('0123456789'.repeat(1000));
const sha256 = createHash('sha256').update(content).digest('hex');
const etag = `"${sha256}"`;
let directory = '';
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'spci-sdk-'))));
afterAll(async () => rm(directory, { recursive: true }));
const destination = (name: string): string => join(directory, name);

const partBytes = 4000;
/** Promises the whole content and breaks once a part of it is in the file. */
const breakWithin =
  (file: string, headers = {}): Script =>
  async (response) => {
    response.writeHead(200, { 'Content-Length': content.length, ...headers }).write(content.subarray(0, partBytes));
    while ((await stat(file)).size < partBytes) await delay(5);
    response.destroy();
  };
const whole: Script = (response) => response.writeHead(200, { 'Content-Length': content.length }).end(content);

describe('a download', () => {
  test('that breaks goes on where it stopped', async () => {
    const file = destination('resumed');
    const rest: Script = (response) =>
      response.writeHead(206, { 'Content-Range': `bytes ${partBytes}-9999/10000` }).end(content.subarray(partBytes));
    const first = breakWithin(file, { ETag: etag });
    await using server = await startScriptedServer((...given) => (given[1] === 0 ? first : rest)(...given));
    const client = createClient({ url: server.url });
    expect(await downloadToFile(client, '/file', file, sha256)).toEqual({ sha256, size_bytes: content.length });
    expect(await readFile(file)).toEqual(content);
    expect(server.seen[1]?.headers).toMatchObject({ range: `bytes=${partBytes}-`, 'if-range': etag });
  });

  test('whose server does not know ranges starts again', async () => {
    const file = destination('again');
    const first = breakWithin(file);
    await using server = await startScriptedServer((...given) => (given[1] === 0 ? first : whole)(...given));
    await downloadToFile(createClient({ url: server.url }), '/file', file, sha256);
    expect(await readFile(file)).toEqual(content);
    expect(server.seen[1]?.headers.range).toBeUndefined();
  });

  test('is compared with the digest that was asked for, and leaves nothing when it differs', async () => {
    await using server = await startScriptedServer(whole);
    const client = createClient({ url: server.url });
    const file = destination('other');
    await expect(downloadToFile(client, '/file', file, '0'.repeat(64))).rejects.toThrow(DigestError);
    expect(existsSync(file)).toBe(false);
  });

  test('is compared with the digest that the server told', async () => {
    const digest = `sha-256=:${Buffer.alloc(32).toString('base64')}:`;
    await using server = await startScriptedServer((response) =>
      response.writeHead(200, { 'Repr-Digest': digest }).end(content),
    );
    const download = downloadToFile(createClient({ url: server.url }), '/file', destination('told'));
    await expect(download).rejects.toThrow(`asked for ${'0'.repeat(64)}`);
  });

  test('of a signed address carries no token; of a path it does', async () => {
    await using server = await startScriptedServer(whole);
    const client = createClient({ url: server.url, token: 'spci_secret' });
    await downloadToFile(client, `${server.url}/file?signature=a`, destination('signed'));
    await downloadToFile(client, '/file', destination('own'));
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer spci_secret']);
  });

  test('that is refused gives the code and leaves nothing', async () => {
    const body = { code: 'not_found', message: 'No such file.', details: {} };
    await using server = await startScriptedServer((response) => answerJson(response, 404, body));
    const file = destination('refused');
    const download = downloadToFile(createClient({ url: server.url }), '/file', file);
    await expect(download).rejects.toMatchObject({ code: 'not_found' });
    expect(existsSync(file)).toBe(false);
  });
});

describe('an upload', () => {
  const sample = { sample_id: 3, sha: sha256 };

  test('of a file is sent whole at each attempt, with its digest', async () => {
    const file = destination('source');
    await writeFile(file, content);
    await using server = await startScriptedServer((response, turn) =>
      turn === 0 ? response.destroy() : answerJson(response, 201, sample),
    );
    const client = createClient({ url: server.url });
    expect(await uploadSample(client, { file }, { filename: 'a b.ts', tags: ['x', 'y'] })).toEqual(sample);
    for (const { url, body, headers } of server.seen) {
      expect(url).toBe(`/api/v1/samples?filename=a+b.ts&tags=x%2Cy&sha256=${sha256}`);
      expect(body === content.toString('latin1')).toBe(true);
      expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'content-length': '10000' });
    }
    expect(server.seen).toHaveLength(2);
  });

  test('of a sample that is there already gives that sample', async () => {
    const body = { code: 'conflict', message: 'There already.', details: { sample_id: 3 } };
    await using server = await startScriptedServer((response, turn) =>
      turn === 0 ? answerJson(response, 409, body) : answerJson(response, 200, sample),
    );
    const client = createClient({ url: server.url });
    expect(await uploadSample(client, new Uint8Array(content), { filename: 'a.ts' })).toEqual(sample);
    expect(server.seen[1]?.url).toBe('/api/v1/samples/3');
  });

  test('to the queue is a form with one file, sent whole at each attempt', async () => {
    await using server = await startScriptedServer((response, turn) =>
      turn === 0 ? response.destroy() : answerJson(response, 201, { id: 6 }),
    );
    const client = createClient({ url: server.url, token: 'spci_x' });
    expect(await queueSample(client, new Uint8Array(content), 'a b.ts')).toEqual({ id: 6 });
    for (const { url, body, headers } of server.seen) {
      expect(url).toBe('/api/v1/samples/upload');
      const boundary = /^multipart\/form-data; ?boundary=(\S+)$/.exec(String(headers['content-type']))?.[1];
      expect(body.startsWith(`--${boundary}\r\n`)).toBe(true);
      expect(body).toMatch(/name="file"; filename="a b.ts"/);
      expect(body.includes(content.toString('latin1'))).toBe(true);
    }
    expect(server.seen).toHaveLength(2);
  });

  test('to the queue of what waits already gives that file', async () => {
    const body = { code: 'conflict', message: 'There already.', details: { queued_id: 6 } };
    await using server = await startScriptedServer((response, turn) =>
      turn === 0 ? answerJson(response, 409, body) : answerJson(response, 200, { id: 6 }),
    );
    const client = createClient({ url: server.url });
    expect(await queueSample(client, new Uint8Array(content), 'a.ts')).toEqual({ id: 6 });
    expect(server.seen[1]?.url).toBe('/api/v1/queued-samples/6');
  });

  test('of a build sends what identifies it', async () => {
    await using server = await startScriptedServer((response) => answerJson(response, 201, { build_id: 1 }));
    const query = { repository: 'a/b', commit_sha: 'c', platform: 'linux', entry_point: 'x.cjs' } as const;
    expect(await uploadBuild(createClient({ url: server.url }), new Blob([content]), query)).toEqual({ build_id: 1 });
    expect(server.seen[0]?.url).toBe(
      `/api/v1/builds?repository=a%2Fb&commit_sha=c&platform=linux&entry_point=x.cjs&sha256=${sha256}`,
    );
  });
});
