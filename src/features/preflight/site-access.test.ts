import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HopRequest } from '../../preflight/fetching/guarded-http.ts';
import { startLoopbackHost, watchDials, type LoopbackHost } from '../../testing/loopback-hosts.ts';
import { openLinkHttp, openSiteHttp } from './site-access.ts';

let host: LoopbackHost;
beforeAll(async () => {
  host = await startLoopbackHost('127.0.0.7', (_, response) => response.end('here'));
});
afterAll(async () => host[Symbol.asyncDispose]());

const get: HopRequest = {
  ...{ method: 'GET', bodyBytesMax: 100, timeoutMs: 2_000, signal: new AbortController().signal },
};
const settings = { preflightReach: ['127.0.0.7'] };
const site = () => ({ base_url: `http://localhost:${host.port}`, author_url: null, fix_endpoint: null });
const refused = { kind: 'refused', why: 'address' };

/** A name that is somewhere else each time that it is asked for. */
function rebinding(...answers: readonly string[]) {
  const left = [...answers];
  return () => Promise.resolve([left.shift() ?? '127.0.0.8']);
}

test('a name is asked for once for each connection, and what it told is what is dialled', async () => {
  using dials = watchDials();
  await using http = openSiteHttp(settings, site(), rebinding('127.0.0.7', '127.0.0.8'));
  const url = `http://rebinding.example:${host.port}/`;
  expect(await http.ask(url, get)).toMatchObject({ kind: 'answered', status: 200 });
  expect(dials.dialled).toEqual([`127.0.0.7:${host.port}`]);
});

test.each(['127.0.0.8', '169.254.169.254', '10.0.0.1', '::1', '::ffff:127.0.0.8', '64:ff9b::7f00:8'])(
  'a name that comes to be of %s is refused, for pages and for links, and nothing is dialled',
  async (address) => {
    using dials = watchDials();
    const url = `http://rebinding.example:${host.port}/`;
    await using http = openSiteHttp(settings, site(), () => Promise.resolve([address]));
    await using links = openLinkHttp(http, [url], () => Promise.resolve([address]));
    expect(await http.ask(url, get)).toEqual(refused);
    expect(await links.ask(url, get)).toEqual(refused);
    expect(await links.ask('http://another.example/', get)).toEqual(refused);
    expect(dials.dialled).toEqual([]);
  },
);

test('a link elsewhere is not asked for where pages may be, and one to the pages themselves is', async () => {
  using dials = watchDials();
  const there = () => Promise.resolve(['127.0.0.7']);
  const url = `http://pages.example:${host.port}/`;
  await using http = openSiteHttp(settings, site(), there);
  await using links = openLinkHttp(http, [url], there);
  expect(await links.ask('http://another.example/', get)).toEqual(refused);
  expect(await links.ask(`http://another.example:${host.port}/`, get)).toEqual({ kind: 'refused', why: 'port' });
  expect(dials.dialled).toEqual([]);
  expect(await links.ask(`${url}further`, get)).toMatchObject({ kind: 'answered', status: 200 });
});

test('the ports of a site are the usual ones and those of its own addresses', async () => {
  const author_url = `http://127.0.0.7:${host.port}`;
  await using http = openSiteHttp(settings, { base_url: 'https://www.example.org', author_url, fix_endpoint: null });
  expect(await http.ask(`${author_url}/`, get)).toMatchObject({ kind: 'answered' });
  expect(await http.ask(`http://127.0.0.7:${host.port + 1}/`, get)).toEqual({ kind: 'refused', why: 'port' });
});
