import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { settingsFrom } from '../config.ts';
import type { AppContext } from '../context.ts';
import type { Deprecation } from '../deprecations.ts';
import { AppError } from '../errors.ts';
import { descriptionLinks } from '../published-description.ts';
import { createApp } from './app.ts';
import { announcementOf } from './deprecation.ts';
import { createListener } from './listener.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimiter } from './rate-limit.ts';
import type { Handler } from './handler.ts';
import { registry } from './registry.ts';

const old = (parts: Partial<Deprecation>): Deprecation => ({
  item: 'old',
  place: 'operation',
  name: 'old',
  deprecatedAt: '2027-01-01',
  sunset: '2027-12-31',
  successor: null,
  replacement: 'Nothing.',
  ...parts,
});

const settings = settingsFrom({ SPCI_PUBLIC_URL: 'https://ci.example.org' });
const server = createListener();
const handlers = { ...registry };
let url: string;

beforeAll(async () => {
  const context = { settings, logger: pino({ level: 'silent' }) } as AppContext;
  const tokens = {
    verify: async () => undefined,
    inspect: async () => undefined,
    verifySession: async () => undefined,
  } as Parameters<typeof createApp>[0]['tokens'];
  const deprecations = {
    getLiveness: [old({ successor: '/readyz' })],
    getProblem: [old({ successor: '/api/v1/codes/{code}' })],
    listProblems: [
      old({ place: 'query', name: 'offset', deprecatedAt: '2026-01-01', sunset: '2028-01-01' }),
      old({ place: 'header', name: 'X-Old-Region', sunset: '2027-06-30' }),
    ],
  };
  const limiter = createRateLimiter(settings.limits);
  const parts = { metrics: createMetrics(), limiter, recordDeprecatedUse: () => {} };
  server.on('request', createApp({ ...parts, context, tokens, handlers, deprecations }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Without the links to the description, which every failure has. */
const linksIn = (headers: Headers): string | null =>
  headers.get('Link')?.replace(descriptionLinks, '').replace(/^, /, '') || null;
const told = ({ headers }: Response) => [headers.get('Deprecation'), headers.get('Sunset'), linksIn(headers)];
const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${url}${path}`, init);
const changes = ['deprecation', 'sunset'].map((rel) => `</api/v1/changelog>; rel="${rel}"; type="application/json"`);
const announced = [
  '@1798761600',
  'Fri, 31 Dec 2027 00:00:00 GMT',
  [...changes, '</readyz>; rel="successor-version"'].join(', '),
];

async function askLiveness(handler: Handler, init: RequestInit = {}): Promise<Response> {
  Object.assign(handlers, { getLiveness: handler });
  return ask('/livez', init);
}

describe('a deprecated operation tells it', () => {
  const good = { status: 200, body: { status: 'ok' } };

  test('on success, to GET and to HEAD', async () => {
    expect(told(await askLiveness(async () => good))).toEqual(announced);
    expect(told(await askLiveness(async () => good, { method: 'HEAD' }))).toEqual(announced);
  });

  test('beside links of its own', async () => {
    const response = await askLiveness(async () => ({ ...good, headers: { Link: '</next>; rel="next"' } }));
    expect(response.headers.get('Link')).toBe(`</next>; rel="next", ${announced[2]}`);
  });

  test('on failure', async () => {
    const failing = await askLiveness(() => Promise.reject(new AppError('internal_error', 'Failed.')));
    expect([failing.status, ...told(failing)]).toEqual([500, ...announced]);
    expect(await failing.json()).toMatchObject({ code: 'internal_error' });
  });

  test('where the request is refused before it reaches the operation', async () => {
    const refused = await ask('/livez', { headers: { Accept: 'image/png' } });
    expect([refused.status, ...told(refused)]).toEqual([406, ...announced]);
  });

  test('where the answer is withheld, whose own links go with it', async () => {
    const withheld = await askLiveness(async () => ({ status: 202, headers: { Link: '</secret>; rel="next"' } }));
    expect([withheld.status, ...told(withheld)]).toEqual([500, ...announced]);
  });

  test('with the address of its successor for the same thing', async () => {
    const response = await ask('/api/v1/problems/not_found');
    expect([response.status, response.headers.get('Link')]).toEqual([
      200,
      [...changes, '</api/v1/codes/not_found>; rel="successor-version"'].join(', '),
    ]);
  });
});

describe('a deprecated parameter is told of', () => {
  const nothing = [null, null, null];

  test('not to who leaves it out', async () => {
    expect(told(await ask('/api/v1/problems?limit=1'))).toEqual(nothing);
  });

  test('to who sends it, even a bad value', async () => {
    const links = changes.join(', ');
    const query = ['@1767225600', 'Sat, 01 Jan 2028 00:00:00 GMT', links];
    expect(told(await ask('/api/v1/problems?offset=0'))).toEqual(query);
    const bad = await ask('/api/v1/problems?offset=x');
    expect([bad.status, ...told(bad)]).toEqual([400, ...query]);
    const header = await ask('/api/v1/problems', { headers: { 'x-old-region': 'global' } });
    expect(told(header)).toEqual(['@1798761600', 'Wed, 30 Jun 2027 00:00:00 GMT', links]);
  });

  test('by the earliest days when several are used', async () => {
    const both = await ask('/api/v1/problems?offset=0', { headers: { 'X-Old-Region': 'global' } });
    expect(told(both).slice(0, 2)).toEqual(['@1767225600', 'Wed, 30 Jun 2027 00:00:00 GMT']);
  });
});

test('what is not deprecated tells nothing', async () => {
  expect(told(await ask('/api/v1/changelog'))).toEqual([null, null, null]);
  expect(told(await ask('/nowhere'))).toEqual([null, null, null]);
});

test('a successor whose address needs what the old one does not know is left out', () => {
  expect(announcementOf([old({ successor: '/api/v1/runs/{run_id}' })])?.['Link']).toBe(changes.join(', '));
});
