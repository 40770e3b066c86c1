import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startLoopbackHost, watchDials, type LoopbackHost } from '../../testing/loopback-hosts.ts';
import { probeAuthentication } from './authentication-probe.ts';
import { createGuardedHttp, type GuardedHttp } from './guarded-http.ts';
import { fetchPage, mayCarry, pageLimits, type FetchedPage } from './page-fetch.ts';

let site: LoopbackHost;
let stranger: LoopbackHost;
let inner: LoopbackHost;
let http: GuardedHttp;
const secret = 'Bearer canary-4711';
const { signal } = new AbortController();

beforeAll(async () => {
  inner = await startLoopbackHost('127.0.0.1', (_, response) => response.end('inner'));
  stranger = await startLoopbackHost('127.0.0.3', ({ url }, response) =>
    url === '/back' ? response.writeHead(302, { location: `${site.origin}/` }).end() : response.end('stranger'),
  );
  site = await startLoopbackHost('127.0.0.2', ({ url = '' }, response) => {
    const [, status, location] = /^\/(\d+)(?:\?to=(.*))?$/.exec(url) ?? [];
    if (status === undefined) return void response.end('page');
    const target = location === undefined ? {} : { location: decodeURIComponent(location) };
    response.writeHead(Number(status), target).end(`status ${status}`);
  });
  const ports = [site.port, stranger.port, inner.port];
  http = createGuardedHttp({ policy: { allowPrivate: ['127.0.0.2', '127.0.0.3'], ports }, userAgent: 'SPCI' });
});
afterAll(async () => {
  for (const opened of [http, site, stranger, inner]) await opened[Symbol.asyncDispose]();
});
afterEach(() => {
  for (const { requests } of [site, stranger]) (requests as unknown[]).length = 0;
});

const redirect = (to: string, status = 302): string => `/${status}?to=${encodeURIComponent(to)}`;
const fetched = (path: string): Promise<FetchedPage> => {
  const credential = { header: 'authorization', value: secret, origins: [site.origin] };
  return fetchPage(http, site.origin + path, { ...pageLimits, credential, signal });
};
const sentTo = ({ requests }: LoopbackHost) => requests.map(({ headers }) => headers.authorization);

describe('a page', () => {
  test('is read where it is, or where up to three redirects lead', async () => {
    expect(await fetched('/')).toMatchObject({ kind: 'answered', url: `${site.origin}/`, redirects: 0, status: 200 });
    const twice = redirect(redirect('/end', 308), 301);
    expect(await fetched(redirect(twice))).toMatchObject({ kind: 'answered', url: `${site.origin}/end`, redirects: 3 });
    expect(await fetched(redirect(redirect(twice)))).toMatchObject({ kind: 'too_many_redirects', redirects: 3 });
  });

  test('is what stands in an answer that leads nowhere', async () => {
    for (const path of ['/302', redirect('http://')]) expect(await fetched(path)).toMatchObject({ status: 302 });
    expect(await fetched('/304')).toMatchObject({ status: 304 });
  });

  test.each([
    ['to this machine', () => `${inner.origin}/`, 'address'],
    ['to it under another spelling', () => `http://[::ffff:7f00:1]:${inner.port}/`, 'address'],
    ['to metadata', () => 'http://169.254.169.254/latest', 'port'],
    ['to another port', () => 'http://127.0.0.2:22/', 'port'],
    ['to a file', () => 'file:///etc/passwd', 'scheme'],
  ])('is not sought further %s', async (_, target, why) => {
    using dials = watchDials();
    expect(await fetched(redirect(target()))).toMatchObject({ kind: 'refused', why, redirects: 1 });
    expect(dials.dialled.filter((address) => !address.startsWith('127.0.0.2:'))).toEqual([]);
    expect(inner.requests).toEqual([]);
  });
});

describe('the credential of a job', () => {
  test('goes to its own origin, along redirects too, and to no other', async () => {
    await fetched(redirect('/inside'));
    expect(sentTo(site)).toEqual([secret, secret]);
    await fetched(redirect(`${stranger.origin}/back`));
    expect(sentTo(stranger)).toEqual([undefined]);
    expect(sentTo(site)).toEqual([secret, secret, secret, secret]);
  });

  test('goes over TLS, or to this machine', () => {
    const origins = ['https://a.example', 'http://a.example', 'http://127.0.0.1:8080', 'https://a.example:8443'];
    const carried = (url: string): boolean => mayCarry({ header: 'x', value: secret, origins }, new URL(url));
    expect(['https://a.example/p', 'http://127.0.0.1:8080/', 'https://a.example:8443/'].map(carried)).not.toContain(
      false,
    );
    expect(['http://a.example/', 'https://b.example/', 'https://a.example:444/'].map(carried)).not.toContain(true);
  });
});

describe('whether a page wants a credential', () => {
  test.each([
    [200, { kind: 'known', isRequired: false }],
    [204, { kind: 'known', isRequired: false }],
    [401, { kind: 'known', isRequired: true }],
    [403, { kind: 'known', isRequired: true }],
    [405, { kind: 'ambiguous', why: 'status_405' }],
    [503, { kind: 'ambiguous', why: 'status_503' }],
  ])('is told by %i: %j', async (status, outcome) => {
    expect(await probeAuthentication(http, `${site.origin}/${status}`, { signal })).toEqual(outcome);
    expect(site.requests).toMatchObject([{ method: 'HEAD' }]);
  });

  test('is not told by a redirect, which is not followed, nor by silence or a refusal', async () => {
    const redirecting = await probeAuthentication(http, site.origin + redirect('/'), { signal });
    expect(redirecting).toEqual({ kind: 'ambiguous', why: 'status_302' });
    expect(site.requests).toHaveLength(1);
    const refused = await probeAuthentication(http, inner.origin, { signal });
    expect(refused).toEqual({ kind: 'ambiguous', why: 'address' });
  });
});
