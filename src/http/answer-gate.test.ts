import { once } from 'node:events';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { settingsFrom } from '../config.ts';
import type { AppContext } from '../context.ts';
import { AppError } from '../errors.ts';
import { createApp } from './app.ts';
import { contractFault } from './answer-gate.ts';
import { createListener } from './listener.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimiter } from './rate-limit.ts';
import type { Handler } from './handler.ts';
import { registry } from './registry.ts';

const settings = settingsFrom({});
const metrics = createMetrics();
const lines: string[] = [];
const server = createListener();
const handlers = { ...registry };
let url: string;

beforeAll(async () => {
  const logger = pino({}, { write: (line: string) => lines.push(line) });
  const context = { settings, logger } as AppContext;
  const parts = { context, metrics, limiter: createRateLimiter(settings.limits), handlers };
  const tokens = {
    verify: async () => undefined,
    inspect: async () => undefined,
    verifySession: async () => undefined,
  } as Parameters<typeof createApp>[0]['tokens'];
  server.on('request', createApp({ ...parts, tokens, recordDeprecatedUse: () => {} }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

beforeEach(() => {
  lines.splice(0);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

async function violations(): Promise<number> {
  const [, count] =
    /^spci_contract_violations_total\{operation="getLiveness"\} (\d+)$/m.exec(await metrics.render()) ?? [];
  return Number(count ?? 0);
}

/** What a client gets from `/livez` when its operation answers like this. */
async function answerOf(handler: Handler, path = '/livez', init: RequestInit = {}) {
  Object.assign(handlers, { getLiveness: handler });
  const response = await fetch(`${url}${path}`, { ...init, headers: { 'X-Request-Id': 'known', ...init.headers } });
  const text = await response.text();
  return { response, text, body: text === '' ? undefined : JSON.parse(text) };
}

const good = { status: 200, headers: { Link: '</docs>' }, body: { status: 'ok' } };

test('an answer that keeps the description goes out', async () => {
  const { response, body } = await answerOf(async () => good);
  expect({ status: response.status, body }).toEqual({ status: good.status, body: good.body });
});

describe('an answer that breaks the description is withheld', () => {
  const answers: Record<string, [Awaited<ReturnType<Handler>>, string]> = {
    'an undeclared status': [{ status: 202, body: good.body }, 'status 202 is not declared'],
    'a field too few': [{ ...good, body: {} }, "required property 'status'"],
    'a field too many': [{ ...good, body: { status: 'ok', token_hash: 'secret' } }, 'NOT have'],
    'a field of another type': [{ ...good, body: { status: 1 } }, 'status'],
    'no content': [{ ...good, body: undefined }, 'content is missing'],
    HTML: [
      { ...good, body: undefined, headers: { ...good.headers, 'Content-Type': 'text/html' }, text: '<html>' },
      'text/html is not declared',
    ],
    'a stream': [{ ...good, body: undefined, stream: Readable.from(['secret']) }, 'octet-stream is not declared'],
    'a success in the shape of a failure': [
      { status: 500, headers: { Vary: 'Accept', Link: '</docs>' }, body: { code: 'nonsense' } },
      'body',
    ],
  };

  test.each(Object.entries(answers))('%s', async (_, [answer, evidence]) => {
    const before = await violations();
    const { response, text, body } = await answerOf(async () => ({
      headers: { 'X-Secret': 'secret', ...answer.headers },
      ...answer,
    }));
    expect(response.status).toBe(500);
    expect(body).toEqual({
      code: 'contract_violation',
      message: expect.any(String),
      details: { request_id: 'known' },
    });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-secret')).toBeNull();
    expect(text).not.toMatch(/secret|html/);
    const logged = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'contract violation');
    expect(logged).toMatchObject({ request_id: 'known', operation: 'getLiveness', fault: expect.any(String) });
    expect(logged.fault).toContain(evidence);
    expect(await violations()).toBe(before + 1);
  });

  test('also where only the head is asked for', async () => {
    const { response, text } = await answerOf(async () => ({ status: 202 }), '/livez', { method: 'HEAD' });
    expect([response.status, text]).toEqual([500, '']);
  });

  test('a failure with a detail that no code has', async () => {
    const leaked = { retry_after: 1, token_hash: 'secret' };
    const { response, text, body } = await answerOf(async () => {
      throw new AppError('internal_error', 'Failed.', leaked);
    });
    expect([response.status, body.code]).toEqual([500, 'contract_violation']);
    expect(text).not.toContain('secret');
  });

  test('a failure whose status the operation does not declare', async () => {
    const before = await violations();
    const { response, body } = await answerOf(async () => {
      throw new AppError('lease_lost', 'Another worker has it.', { repository: 'secret' });
    });
    expect([response.status, body.code, body.details]).toEqual([500, 'contract_violation', { request_id: 'known' }]);
    expect(await violations()).toBe(before + 1);
  });
});

describe('an exception is told as internal_error only', () => {
  const failures: Record<string, Handler> = {
    'thrown at once': () => {
      throw new TypeError('secret thrown in /src/private.ts');
    },
    'rejected later': async () => {
      await new Promise(setImmediate);
      throw new Error('secret rejected: select * from tokens');
    },
    'no error at all': () => Promise.reject('secret text'),
  };

  test.each(Object.entries(failures))('%s', async (_, handler) => {
    const { response, text, body } = await answerOf(handler);
    expect([response.status, body.code, body.details]).toEqual([500, 'internal_error', { request_id: 'known' }]);
    expect(text).not.toContain('secret');
    const [logged] = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(logged).toMatchObject({ request_id: 'known' });
    expect(JSON.stringify(logged)).toContain('secret');
  });
});

describe('what a violation leaves behind', () => {
  test('is told without a word of the request or the answer', async () => {
    const fields = { 'query.canary-of-the-client': 'canary of the answer' };
    const leaking = { code: 'internal_error', message: 'Failed.', details: { request_id: 'known', fields } };
    await answerOf(async () => ({
      status: 500,
      headers: { Vary: 'Accept', ...good.headers },
      body: leaking,
    }));
    const { violationCount, lastViolation } = await metrics.observedContract();
    expect(violationCount).toBe(await violations());
    expect(lastViolation).toEqual({
      at: expect.any(Date),
      operation: 'getLiveness',
      status: 500,
      fault: 'body #/components/schemas/ErrorFields/additionalProperties/type must be array',
    });
    expect(lines.join()).not.toContain('canary');
  });

  test('the connection serves the next request', async () => {
    await answerOf(async () => ({ status: 202 }));
    const { response } = await answerOf(async () => good);
    expect(response.status).toBe(200);
  });

  test('no label of a metric holds what a client sent', async () => {
    await fetch(`${url}/canary-of-the-client`, { method: 'PATCH' });
    expect(await metrics.render()).not.toContain('canary');
  });
});

describe('contractFault', () => {
  const limits = {
    'x-request-id': 'a',
    'spec-digest': '0'.repeat(64),
    'x-ratelimit-limit': 1,
    'x-ratelimit-remaining': 1,
    'x-ratelimit-reset': 1,
  };
  const page = {
    data: [],
    pagination: { limit: 50, offset: 0, total: 0, next_offset: null, truncated: false },
  };
  const list = { status: 200, headers: limits, contentType: 'application/json', body: page };

  test('knows a good list', () => expect(contractFault('listRuns', list)).toBeUndefined());

  test.each(Object.keys(limits))('misses the required header %s', (name) => {
    const headers = Object.fromEntries(Object.entries(limits).filter(([other]) => other !== name));
    expect(contractFault('listRuns', { ...list, headers })?.toLowerCase()).toBe(`header ${name} is missing`);
  });

  test('judges the value of a header', () => {
    const headers = { ...limits, 'x-ratelimit-limit': 'many' };
    expect(contractFault('listRuns', { ...list, headers })).toContain('X-RateLimit-Limit');
  });

  test('sees a column that leaked into an item', () => {
    const body = { ...page, data: [{ run_id: 1, token_hash: 'x' }] };
    expect(contractFault('listRuns', { ...list, body })).toMatch(/^body /);
  });

  test('takes no inherited field for a field', () => {
    const body = Object.create(page);
    expect(contractFault('listRuns', { ...list, body })).toMatch(/^body /);
  });

  test('lets only failures out where no operation was found', () => {
    const error = { code: 'not_found', message: 'None.', details: { request_id: 'a' } };
    const head = { headers: { ...limits, vary: 'Accept', link: '</docs>' }, contentType: 'application/json' };
    expect(contractFault(undefined, { ...head, status: 404, body: error })).toBeUndefined();
    expect(contractFault(undefined, { ...head, status: 200, body: { status: 'ok' } })).toMatch(/^body /);
    expect(
      contractFault(undefined, { ...head, contentType: 'application/problem+json', status: 404, body: error }),
    ).toMatch(/^body /);
  });
});
