import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatKey, newKey } from '../../src/secrets.ts';
import { startLoopbackHost, type LoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { createClient } from '../harness/client.ts';
import { endOfPreflight, siteAt } from '../harness/preflights.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld, type World } from '../harness/world.ts';

/** Of the installation, whoever runs it. */
let directory: string;
let host: LoopbackHost;
const held: ServerResponse[] = [];
let isHolding = false;
/** Everything that any of its servers said. */
let said = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-sealed-'));
  host = await startLoopbackHost('127.0.0.8', ({ headers, method }, response) => {
    if (!/^Bearer spca_/.test(headers.authorization ?? '')) return void response.writeHead(401).end();
    if (isHolding) return void held.push(response);
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(method === 'HEAD' ? undefined : `<title>Members</title><h1>${headers.authorization}</h1>`);
  });
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

const keys = Array.from({ length: 3 }, () => formatKey(newKey()));
const keysOf = (...places: readonly number[]): string => places.map((place) => keys[place] ?? '').join(',');

async function serve<Result>(sealingKeys: string, work: (server: ServerProcess) => Promise<Result>): Promise<Result> {
  const server = await startServerProcess({ directory, environment: { SPCI_SEALING_KEYS: sealingKeys } });
  try {
    return await work(server);
  } finally {
    await server.stop();
    said += server.output();
  }
}

async function begin({ admin }: World, paths: readonly string[], token?: string): Promise<string> {
  const { job_id } = await admin.expect('createPreflightJob', 202, {
    body: { urls: paths.map((path) => `${host.origin}${path}`), step: 'identify' },
    ...(token === undefined ? {} : { headers: { 'X-Promise-Token': token } }),
  });
  return job_id;
}

/** A job whose pages are asked for and do not come, for longer than a server that stops waits. */
async function beginHeld(world: World): Promise<string> {
  isHolding = true;
  const asked = held.length;
  const job_id = await begin(
    world,
    Array.from({ length: 20 }, (_, index) => `/held/${index}`),
  );
  while (held.length === asked) await new Promise((resolve) => setImmediate(resolve));
  return job_id;
}

/** Promise tokens and what they are exchanged for. */
const secret = /spc[ap]_[0-9A-Za-z]{40}/;

let world: World;
/** Left in progress by the test before. */
let left: string;
const at = (url: string): World => ({ ...world, url, admin: createClient(url, world.admin.token) });

// One installation, whose server is started again by each test.
test('a job with a promise token reads pages with a credential that it tells nobody', async () => {
  await serve(keysOf(0), async ({ url }) => {
    world = await openWorld(url);
    const site_id = await siteAt(world, host.origin, {
      ...{ authoring_type: 'cs', delivery_type: 'aem_cs', enabled_checks: ['body-size', 'metatags'] },
    });
    const { promise_token } = await world.admin.expect('createPromiseToken', 201, { body: { site_id } });
    const done = await endOfPreflight(world, await begin(world, ['/done'], promise_token));
    expect(done).toMatchObject({ status: 'completed', result: [{ state: 'read' }] });
    expect(JSON.stringify(done)).toContain('Bearer …');
    expect(JSON.stringify(done)).not.toMatch(secret);
    left = await beginHeld(world);
  });
});

test('a job that was in progress goes on under a new key while the old one opens', async () => {
  isHolding = false;
  await serve(keysOf(1, 0), async ({ url }) => {
    expect(await endOfPreflight(at(url), left)).toMatchObject({ status: 'completed', attempt: 2 });
    left = await beginHeld(at(url));
  });
});

test('a job whose key is gone fails, and says so', async () => {
  await serve(keysOf(2), async ({ url }) => {
    const job = await endOfPreflight(at(url), left);
    expect(job).toMatchObject({ status: 'failed', error: { code: 'key_unavailable' } });
  });
});

test('no token is in what the servers said, nor in anything that they keep', async () => {
  const shown = host.requests.filter(({ headers }) => secret.test(headers.authorization ?? ''));
  expect(shown.length).toBeGreaterThanOrEqual(3);
  expect(secret.exec(said)).toBeNull();
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name), 'latin1');
    expect([entry.name, secret.exec(content)]).toEqual([entry.name, null]);
  }
});
