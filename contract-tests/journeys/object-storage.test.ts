import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { startS3Peer, type S3Peer } from '../../src/testing/s3-peer.ts';
import { createClient } from '../harness/client.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld, sha256, type World } from '../harness/world.ts';

let peer: S3Peer;
let server: ServerProcess;
let world: World;

beforeAll(async () => {
  peer = await startS3Peer();
  server = await startServerProcess({ environment: { ...peer.environment, AWS_MAX_ATTEMPTS: '1' } });
  world = await openWorld(server.url);
});
afterAll(async () => {
  await server?.stop();
  await peer?.stop();
});

const upload = (content: string | Uint8Array<ArrayBuffer>) =>
  world.admin.call('createSample', { query: { filename: 'größe.m2ts' }, raw: content });

describe('a server whose bytes are in S3', () => {
  afterEach(() => peer.failBy(undefined));

  test('gives addresses of the store, under the name of the file, and still serves the bytes itself', async () => {
    const { body } = await upload('of the store');
    const { sample_id } = body as { sample_id: number };
    const file = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
    expect(file).toMatchObject({ storage_status: 'ok', sha256: sha256('of the store'), size_bytes: 12 });
    expect(file.download_url).toMatch(`${peer.endpoint}/contents/spci/blobs/${file.sha256}?`);
    const answer = await fetch(file.download_url, { headers: { Range: 'bytes=3-' } });
    expect([answer.status, await answer.text()]).toEqual([206, 'the store']);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''gr%C3%B6%C3%9Fe.m2ts`);
  });

  test('takes contents of many parts', async () => {
    const content = Buffer.alloc(17_000_000, 'part');
    const { status, body } = await upload(content);
    expect([status, body]).toEqual([201, expect.objectContaining({ sha: sha256(content) })]);
    expect(peer.openUploads()).toBe(0);
  });

  test('is not ready, and tells that it is unavailable, while the store is away', async () => {
    const ready = { status: 'ok', checks: { database: 'ok', migrations: 'ok', blobs: 'ok' } };
    const anonymous = createClient(server.url);
    expect(await anonymous.expect('getReadiness', 200)).toEqual(ready);
    peer.failBy(() => 'cut');
    expect((await anonymous.call('getReadiness')).body).toMatchObject({ checks: { ...ready.checks, blobs: 'down' } });
    const refused = await upload('while it is away');
    expect([refused.status, refused.body]).toMatchObject([503, { code: 'unavailable' }]);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.text).not.toContain('contents');
    peer.failBy(undefined);
    expect((await upload('while it is away')).status).toBe(201);
    expect(await anonymous.expect('getReadiness', 200)).toEqual(ready);
  });

  test('keeps the secret of the store out of its log', async () => {
    const told = 'dependency check failed';
    for (let polls = 0; polls < 200 && !server.output().includes(told); polls += 1) await delay(20);
    expect(server.output()).toContain(told);
    expect(server.output()).not.toContain(peer.environment['AWS_SECRET_ACCESS_KEY']);
    expect(server.output()).not.toMatch(/X-Amz-Signature|Signature=/);
  });

  test('killed in the middle of an upload, has half a content under no name', async () => {
    const before = peer.requests.length;
    async function* endless(): AsyncGenerator<Uint8Array> {
      while (peer.openUploads() === 0) yield new Uint8Array(1_000_000);
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');
    }
    const upload = fetch(`${server.url}/api/v1/samples?filename=half.m2ts`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${world.admin.token}`, 'Content-Type': 'application/octet-stream' },
      body: ReadableStream.from(endless()),
      duplex: 'half',
    });
    await expect(upload).rejects.toThrow();
    expect(peer.requests.slice(before).filter((asked) => /^PUT .*\/blobs\//.test(asked))).toEqual([]);
    expect(peer.openUploads()).toBe(1);
  });
});
