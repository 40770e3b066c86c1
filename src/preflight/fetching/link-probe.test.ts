import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { startLoopbackHost, watchDials, type LoopbackHost } from '../../testing/loopback-hosts.ts';
import { createGuardedHttp, type GuardedHttp } from './guarded-http.ts';
import { createLinkProber, linkProbeLimits, type LinkProber } from './link-probe.ts';

let site: LoopbackHost;
let http: GuardedHttp;
const held: ServerResponse[] = [];
let most = 0;

beforeAll(async () => {
  site = await startLoopbackHost('127.0.0.2', ({ url = '', method }, response) => {
    const [, head = '200', get = head] = /^\/(\d+)(?:-(\d+))?/.exec(url) ?? [];
    if (url.startsWith('/to?')) return void response.writeHead(302, { location: url.slice(4) }).end();
    if (url.startsWith('/held')) {
      most = Math.max(most, held.push(response));
      if (held.length === linkProbeLimits.atOnce) for (const waiting of held.splice(0)) waiting.end();
      return;
    }
    if (url !== '/silent') response.writeHead(Number(method === 'HEAD' ? head : get)).end();
  });
  http = createGuardedHttp({
    policy: { allowPrivate: ['127.0.0.2'], ports: [80, site.port] },
    userAgent: 'test',
    resolve: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
  });
});
afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const prober = (limits = {}): LinkProber =>
  createLinkProber(http, new AbortController().signal, { ...linkProbeLimits, ...limits });
const asked = (path: string) =>
  site.requests.filter(({ url }) => url === path).map(({ method, headers }) => [method, headers.range]);

describe('a link', () => {
  test.each([
    ['/200', { state: 'ok', status: 200 }],
    ['/404', { state: 'broken', status: 404 }],
    ['/410', { state: 'broken', status: 410 }],
    ['/500', { state: 'broken', status: 500 }],
    ['/503', { state: 'broken', status: 503 }],
    ['/418', { state: 'unverifiable', why: 'status_418' }],
  ])('%s is judged by HEAD alone: %j', async (path, verdict) => {
    expect(await prober().verdictOf(site.origin + path)).toEqual(verdict);
    expect(asked(path)).toEqual([['HEAD', undefined]]);
  });

  test.each([400, 401, 403, 405, 429, 451, 501])('that answers HEAD with %i is asked for one byte', async (status) => {
    expect(await prober().verdictOf(`${site.origin}/${status}-206`)).toEqual({ state: 'ok', status: 206 });
    expect(await prober().verdictOf(`${site.origin}/${status}-404`)).toEqual({ state: 'broken', status: 404 });
    const [again] = asked(`/${status}-206`).slice(1);
    expect(again).toEqual(['GET', 'bytes=0-0']);
  });

  test('that is refused to GET as well is not called broken', async () => {
    expect(await prober().verdictOf(`${site.origin}/401`)).toEqual({ state: 'unverifiable', why: 'status_401' });
  });

  test('is followed, but nowhere where a page may not lead', async () => {
    using dials = watchDials();
    const verdictOf = (to: string) => prober().verdictOf(`${site.origin}/to?${to}`);
    expect(await verdictOf('/404')).toEqual({ state: 'broken', status: 404 });
    expect(await verdictOf('http://127.0.0.1/')).toEqual({ state: 'unverifiable', why: 'address' });
    expect(await verdictOf('/to?/to?/to?/200')).toEqual({ state: 'unverifiable', why: 'too_many_redirects' });
    expect(dials.dialled.every((address) => address === `127.0.0.2:${site.port}`)).toBe(true);
  });

  test('to a host that is nowhere is broken; what does not answer is not', async () => {
    expect(await prober().verdictOf('http://nowhere.example/')).toEqual({ state: 'broken', status: 0 });
    const silent = await prober({ timeoutMs: 50 }).verdictOf(`${site.origin}/silent`);
    expect(silent).toEqual({ state: 'unverifiable', why: 'timed_out' });
  });

  test('carries no credential', () => {
    expect(site.requests.flatMap(({ headers }) => [headers.authorization, headers.cookie])).not.toContainEqual(
      expect.anything(),
    );
  });
});

describe('the links of a job', () => {
  test('are asked five at a time, each once', async () => {
    const { verdictOf } = prober();
    const paths = Array.from({ length: 10 }, (_, index) => `${site.origin}/held/${index}`);
    const verdicts = await Promise.all([...paths, ...paths].map(verdictOf));
    expect(new Set(verdicts.map(({ state }) => state))).toEqual(new Set(['ok']));
    expect(most).toBe(5);
    expect(site.requests.filter(({ url }) => url?.startsWith('/held'))).toHaveLength(10);
  });

  test('are counted: those over the bound are not asked, and not clean', async () => {
    const { verdictOf } = prober({ linksMax: 1 });
    expect(await verdictOf(`${site.origin}/200`)).toMatchObject({ state: 'ok' });
    expect(await verdictOf(`${site.origin}/201`)).toEqual({ state: 'unverifiable', why: 'too_many_links' });
    expect(await verdictOf(`${site.origin}/200`)).toMatchObject({ state: 'ok' });
    expect(asked('/201')).toEqual([]);
  });

  test('have their time together', async () => {
    const { verdictOf } = prober({ allWithinMs: 0 });
    await verdictOf(`${site.origin}/202`);
    expect(await verdictOf(`${site.origin}/203`)).toEqual({ state: 'unverifiable', why: 'time_is_over' });
  });
});
