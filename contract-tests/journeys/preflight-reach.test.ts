import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { startLoopbackHost, type LoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { endOfPreflight, siteAt } from '../harness/preflights.ts';
import { failureOf } from '../harness/refusals.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld, type World } from '../harness/world.ts';

/** Where nobody may come, not even to connect. */
interface Trap extends AsyncDisposable {
  readonly port: number;
}

const caught: string[] = [];

async function setTrap(address: string, port = 0): Promise<Trap> {
  const server = createServer((socket) => {
    caught.push(`${address} of ${socket.remotePort}`);
    socket.destroy();
  });
  await once(server.listen(port, address), 'listening');
  const bound = server.address();
  return {
    port: bound !== null && typeof bound === 'object' ? bound.port : 0,
    [Symbol.asyncDispose]: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

let server: ServerProcess;
let world: World;
/** On the port of the site, so that it is their address that keeps everybody away; the last has a port of its own. */
let traps: Trap[] = [];
let site: LoopbackHost;
/** May be asked for as a page, and not as a link of a page. */
let neighbor: LoopbackHost;

const places = [
  ...['http://127.0.0.9:{port}', 'http://127.0.0.1:{port}', 'http://localhost:{port}', 'http://[::1]:{port}'],
  ...['https://127.0.0.9:{port}', 'https://2130706441:{port}', 'https://0x7f.9:{port}', 'https://0.0.0.0:{port}'],
  ...['https://[::ffff:127.0.0.9]:{port}', 'https://[::ffff:0:127.0.0.9]:{port}', 'https://[::127.0.0.9]:{port}'],
  ...['https://[64:ff9b::127.0.0.9]:{port}', 'https://[64:ff9b:1::127.0.0.9]:{port}', 'https://[2002:7f00:9::]'],
  ...['https://169.254.169.254', 'https://[::ffff:169.254.169.254]', 'https://100.100.100.200'],
  ...['https://168.63.129.16', 'https://[fd00:ec2::254]', 'https://[fd20:ce::254]', 'https://[fe80::1]'],
  ...['https://10.0.0.1', 'https://172.16.0.1', 'https://192.168.0.1', 'https://100.64.0.1', 'https://[fc00::1]'],
  ...['https://224.0.0.1', 'https://255.255.255.255', 'https://[ff02::1]', 'https://192.0.2.1'],
];
const at = (place: string): string => place.replace('{port}', String(site.port));
const targets = (): string[] => [...places.map(at), `http://127.0.0.2:${traps.at(-1)?.port}`].map((url) => `${url}/`);
const targetIn = (url: string): string | undefined => /^\/(?:to|twice)\?(.*)$/.exec(url)?.[1];

const linking = (): string =>
  [...targets(), `${neighbor.origin}/linked`, ...targets().map((url) => `/to?${url}`)]
    .map((url) => `<a href="${url}">there</a>`)
    .concat([`<img src="http://127.0.0.9:${site.port}/a.png">`, `<iframe src="http://127.0.0.9:${site.port}/b">`])
    .join('\n');

beforeAll(async () => {
  const first = await setTrap('127.0.0.1');
  const { port } = first;
  // Not every machine has IPv6.
  const onIpv6 = await setTrap('::1', port).then(
    (trap) => [trap],
    () => [],
  );
  traps = [first, await setTrap('127.0.0.9', port), ...onIpv6, await setTrap('127.0.0.2')];
  neighbor = await startLoopbackHost('127.0.0.3', (_, response) => response.end('here'), port);
  const listener: Parameters<typeof startLoopbackHost>[1] = ({ url = '' }, response) => {
    const target = targetIn(url);
    const location = url.startsWith('/twice') ? `/to?${target}` : target;
    if (location !== undefined) response.writeHead(302, { location }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(url === '/linking' ? linking() : '<h1>Open</h1>');
  };
  site = await startLoopbackHost('127.0.0.2', listener, port);
  server = await startServerProcess({ environment: { SPCI_PREFLIGHT_REACH: '127.0.0.2,127.0.0.3' } });
  world = await openWorld(server.url);
});
afterAll(async () => {
  await server?.stop();
  for (const host of [site, neighbor, ...traps]) await host?.[Symbol.asyncDispose]();
});

const begin = (urls: readonly string[], site_id: number) =>
  world.admin.call('createPreflightJob', { body: { urls: [...urls], step: 'identify', site_id } });

describe('whoever asks whether a page wants a credential', () => {
  test.each(places)('does not come to %s', async (place) => {
    const site_id = await siteAt(world, at(place));
    const { details } = failureOf(await begin([`${at(place)}/`], site_id), 502);
    expect([details.why, caught]).toEqual(['address', []]);
  });

  test('comes to no other port than those of the site', async () => {
    const site_id = await siteAt(world, site.origin);
    const { details } = failureOf(await begin([targets().at(-1) ?? ''], site_id), 502);
    expect([details.why, caught]).toEqual(['port', []]);
  });

  test('follows nobody', async () => {
    const site_id = await siteAt(world, site.origin);
    for (const target of [...targets(), `${neighbor.origin}/followed`]) {
      const { details } = failureOf(await begin([`${site.origin}/to?${target}`], site_id), 502);
      expect(details.why).toBe('status_302');
    }
    expect([caught, neighbor.requests]).toEqual([[], []]);
  });
});

describe('whoever works on a job', () => {
  test('follows a page to where pages may be, and nowhere else', async () => {
    const site_id = await siteAt(world, site.origin);
    const paths = targets().flatMap((target, index) => [`/to?${target}`, ...(index < 4 ? [`/twice?${target}`] : [])]);
    const urls = ['/', `/to?${neighbor.origin}/redirected`, ...paths].map((path) => `${site.origin}${path}`);
    const answer = await begin(urls, site_id);
    expect(answer.status).toBe(202);
    const job = await endOfPreflight(world, (answer.body as { job_id: string }).job_id);
    const [open, redirected, ...refused] = job.result;
    expect([job.status, open?.state, redirected]).toMatchObject([
      'completed',
      'read',
      { state: 'redirected', status: 200, final_url: `${neighbor.origin}/redirected` },
    ]);
    expect(refused.map(({ state, final_url }) => [state, final_url])).toEqual(
      paths.map((path) => ['refused', new URL(targetIn(path) ?? '').href]),
    );
    expect([caught, neighbor.requests.map(({ url }) => url)]).toEqual([[], ['/redirected']]);
  });

  test('asks for no link but those of the pages themselves, and follows them nowhere', async () => {
    const site_id = await siteAt(world, site.origin);
    const before = neighbor.requests.length;
    const answer = await begin([`${site.origin}/linking`], site_id);
    const job = await endOfPreflight(world, (answer.body as { job_id: string }).job_id);
    const audit = job.result[0]?.audits.find(({ name }) => name === 'links');
    const unverified = audit?.opportunities.filter(({ check }) => check?.startsWith('unverified-')) ?? [];
    const told = unverified.flatMap(({ issues }) => issues.map(({ url, issue }) => `${url} ${issue}`));
    const links = [...targets(), `${neighbor.origin}/linked`];
    for (const link of [...links, ...targets().map((target) => `${site.origin}/to?${target}`)])
      expect(told).toContainEqual(expect.stringContaining(`${new URL(link).href} Not verified: its `));
    expect([caught, neighbor.requests.length - before]).toEqual([[], 0]);
    expect(site.requests.filter(({ url = '' }) => url.startsWith('/to?')).length).toBeGreaterThan(0);
  });
});
