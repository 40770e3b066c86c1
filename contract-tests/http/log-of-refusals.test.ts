import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient } from '../harness/client.ts';
import { cutUpload } from '../harness/cut-upload.ts';
import { startOwnServer } from '../harness/own-server.ts';
import { exchange, hostOf, rawRequest } from '../harness/raw-http.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { openWorld, unique, type World } from '../harness/world.ts';

let server: ServerProcess;
let world: World;

beforeAll(async () => {
  server = await startOwnServer({});
  world = await openWorld(server.url);
});
afterAll(() => server.stop());

interface Line {
  readonly level: string;
  readonly msg: string;
  readonly [name: string]: unknown;
}

const lines = (): Line[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

/** The lines written after `before` of them, once one of them is this. */
async function linesUntil(before: number, isLast: (line: Line) => boolean): Promise<Line[]> {
  for (;;) {
    const written = lines().slice(before);
    if (written.some(isLast)) return written;
    await delay(50);
  }
}

test('what the parser refuses is logged under the id that its answer names, and counted', async () => {
  const { answers } = await exchange(
    server.url,
    rawRequest('FOO /secret-of-the-client', [`Host: ${hostOf(server.url)}`]),
  );
  const id = answers[0]?.headers.get('x-request-id');
  const written = await linesUntil(0, ({ request_id: logged }) => logged === id);
  expect(written.find(({ request_id: logged }) => logged === id)).toMatchObject({
    level: 'info',
    code: 'not_implemented',
    status: 501,
  });
  expect(server.output()).not.toContain('secret-of-the-client');
  const { text } = await world.anonymous.call('getMetrics');
  expect(text).toMatch(/^spci_requests_total\{operation="none",status="501"\} 1$/m);
});

const samples = '/api/v1/samples?filename=a.ts';

/** Sends the head and this beginning of the body, then resets the connection. */
async function resetUpload(beginning: string): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const headers = [
    `Host: ${hostOf(server.url)}`,
    `Authorization: Bearer ${world.admin.token}`,
    'Content-Type: application/octet-stream',
    'Content-Length: 1000000',
  ];
  socket.write(rawRequest(`POST ${samples}`, headers, beginning), () =>
    setTimeout(() => socket.resetAndDestroy(), 200),
  );
  await once(socket, 'close');
}

const cuts: Record<string, () => Promise<void>> = {
  'resets its connection': () => resetUpload(unique('half')),
  'ends its connection': () => cutUpload(world.admin, samples, 'Content-Length: 1000', unique('half')),
};

test.each(Object.entries(cuts))('a client that %s amid an upload is no error of the server', async (_, cut) => {
  const before = lines().length;
  await cut();
  await linesUntil(before, ({ msg, operation }) => msg === 'request' && operation === 'createSample');
  // The request's line and the reason of its end come in either order.
  const written = await linesUntil(before, ({ msg, level }) => msg === 'the client went away' || level !== 'info');
  expect(written.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(written.find(({ msg }) => msg === 'the client went away')).toMatchObject({ request_id: expect.any(String) });
  expect(written.find(({ operation }) => operation === 'createSample')).toMatchObject({ status: 499 });
});

test('a body that is not JSON is no error either, and nothing of it is logged', async () => {
  const before = lines().length;
  const secret = unique('password');
  const raw = `{"email": "ada@example.org", "password": ${secret}}`;
  expect(await world.anonymous.expect('createToken', 400, { raw })).toMatchObject({ code: 'invalid_json' });
  const written = await linesUntil(before, ({ operation }) => operation === 'createToken');
  expect(written.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(server.output()).not.toContain(secret.slice(0, 9));
});

test('the line of a request says that a legacy token asked', async () => {
  const { user_id } = await world.admin.expect('getCurrentUser', 200);
  const { token } = await world.admin.expect('createLegacyToken', 201, { path: { user_id } });
  await createClient(server.url, token).expect('listRuns', 200);
  const written = await linesUntil(0, ({ operation }) => operation === 'listRuns');
  const credentials = written.map(({ operation, credential }) => [operation, credential]);
  expect(credentials).toContainEqual(['listRuns', 'legacy']);
  expect(credentials).toContainEqual(['createLegacyToken', undefined]);
});
