import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startLoopbackHost, type LoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { createClient } from '../harness/client.ts';
import { endOfPreflight, siteAt } from '../harness/preflights.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld } from '../harness/world.ts';

const key = (kid: string, fill: number): string => `${kid}:${Buffer.alloc(32, fill).toString('base64')}`;
const [old, renewed] = [key('old', 7), key('renewed', 8)];

let directory: string;
let host: LoopbackHost;
let server: ServerProcess | undefined;
/** Until then no page comes. */
let isOpen = false;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-reseal-'));
  host = await startLoopbackHost('127.0.0.6', ({ method, headers }, response) => {
    if (method === 'HEAD') response.writeHead(401).end();
    else if (isOpen)
      response
        .writeHead(headers.authorization?.startsWith('token spca_') === true ? 200 : 401, {
          'content-type': 'text/html',
        })
        .end('<title>Roses</title><h1>Roses</h1>');
  });
});
afterAll(async () => {
  await server?.stop();
  await host[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

const start = (keys: string) => startServerProcess({ directory, environment: { SPCI_SEALING_KEYS: keys } });

async function reseal(keys: string): Promise<{ code: unknown; said: string }> {
  const env = { PATH: process.env['PATH'], SPCI_DATA_DIR: directory, SPCI_SEALING_KEYS: keys };
  const child = spawn(process.execPath, ['src/processes/reseal.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

test('a job that is under way goes on by a new key alone, once its token is sealed by that', async () => {
  server = await start(old);
  const world = await openWorld(server.url);
  await siteAt(world, host.origin, { authoring_type: 'cs', enabled_checks: ['h1-count'] });
  // More than can be waited for at a stop.
  const urls = Array.from({ length: 50 }, (_, index) => `${host.origin}/${index}`);
  const body = { urls, step: 'identify' };
  const { job_id } = await world.admin.expect('createPreflightJob', 202, { body });
  while (!host.requests.some(({ method }) => method === 'GET')) await delay(20);
  const said = expect.stringContaining(`process ${server.child.pid}`);
  expect(await reseal(`${renewed},${old}`)).toEqual({ code: 75, said });
  await server.stop();

  expect(await reseal(renewed)).toEqual({ code: 78, said: expect.stringMatching(/SPCI_SEALING_KEYS: .*: old$/m) });
  expect(await reseal(`${renewed},${old}`)).toEqual({ code: 0, said: expect.stringMatching(/^1 sealed .* 0 were/m) });
  expect(await reseal(renewed)).toEqual({ code: 0, said: expect.stringMatching(/^0 sealed .* 1 were/m) });

  isOpen = true;
  server = await start(renewed);
  const admin = createClient(server.url, world.admin.token);
  expect(await endOfPreflight({ admin }, job_id)).toMatchObject({ status: 'completed' });
}, 180_000);
