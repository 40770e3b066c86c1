import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startLoopbackHost, type LoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { startPromiseIssuer, type PromiseIssuerPeer } from '../../src/testing/promise-issuer-peer.ts';
import { endOfPreflight, siteAt } from '../harness/preflights.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld, type World } from '../harness/world.ts';

let peer: PromiseIssuerPeer;
let host: LoopbackHost;
let server: ServerProcess;
let world: World;

beforeAll(async () => {
  peer = await startPromiseIssuer();
  const { url, introspectionUrl, revocationUrl, clientId, clientSecret } = peer.settings;
  server = await startServerProcess({
    environment: {
      ...{ SPCI_PROMISE_ISSUER_URL: url, SPCI_PROMISE_ISSUER_INTROSPECTION_URL: introspectionUrl },
      ...{ SPCI_PROMISE_ISSUER_REVOCATION_URL: revocationUrl, SPCI_PROMISE_ISSUER_CLIENT_ID: clientId },
      ...{ SPCI_PROMISE_ISSUER_CLIENT_SECRET: clientSecret, SPCI_LOG_LEVEL: 'trace' },
      SPCI_SEALING_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    },
  });
  host = await startLoopbackHost('127.0.0.7', ({ method, headers }, response) => {
    const isOpen = headers.authorization?.startsWith('token access-') === true;
    response.writeHead(isOpen ? 200 : 401, { 'content-type': 'text/html' });
    response.end(method === 'HEAD' ? undefined : '<title>Roses</title><h1>Roses</h1>');
  });
  world = await openWorld(server.url);
  await siteAt(world, host.origin, { authoring_type: 'cs', enabled_checks: ['h1-count'] });
});
afterAll(async () => {
  await server?.stop();
  await host[Symbol.asyncDispose]();
  await peer[Symbol.asyncDispose]();
});

const begin = (headers = {}) =>
  world.admin.call('createPreflightJob', { body: { urls: [`${host.origin}/roses`], step: 'identify' }, headers });

async function endOf(answer: Awaited<ReturnType<typeof begin>>) {
  if (answer.status !== 202) throw new Error(answer.text);
  return endOfPreflight(world, answer.body.job_id);
}

const shown = () => host.requests.filter(({ method }) => method === 'GET').map(({ headers }) => headers.authorization);

test('a job looks at pages by what the issuer elsewhere gives for its caller’s own credential', async () => {
  peer.callers.add(world.admin.token ?? '');
  expect(await endOf(await begin())).toMatchObject({ status: 'completed' });
  expect(shown()).toEqual([expect.stringMatching(/^token access-/)]);
});

test('and by a token that was made there', async () => {
  const token = peer.issue(host.origin);
  expect(await endOf(await begin({ 'X-Promise-Token': token }))).toMatchObject({ status: 'completed' });
  expect(shown()).toHaveLength(2);
});

test('whom the issuer does not know has to bring one', async () => {
  peer.callers.clear();
  expect(await begin()).toMatchObject({ status: 400, text: expect.stringContaining('x-promise-token') });
});

test('nothing of it stands in the log', () => {
  const secrets = [world.admin.token, peer.settings.clientSecret, ...shown().map((text) => text?.split(' ')[1])];
  const bodies = peer.seen.flatMap(({ body }) => [...new URLSearchParams(body).values()]);
  const tokens = bodies.filter((text) => text.length > 12 && !text.startsWith('urn:') && !text.startsWith('http'));
  expect(tokens.length).toBeGreaterThan(3);
  expect([...secrets, ...tokens].filter((secret) => server.output().includes(secret ?? 'none'))).toEqual([]);
});
