import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClient } from '../harness/client.ts';
import { exchange, hostOf, rawRequest } from '../harness/raw-http.ts';
import { startOwnServer } from '../harness/own-server.ts';
import { operatorEmail, operatorPassword } from '../harness/operator.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { basicOf, byApplication } from '../harness/sessions.ts';
import { everyScope, signIn, unique } from '../harness/world.ts';
import { newToken } from '../../src/secrets.ts';

const limits = { read: 8, write: 4, health: 3, login: 3 } as const;
/** Long, and not about to end: no window changes while the tests run. */
const seconds = [43_200, 40_000, 30_011].find((window) => (Date.now() / 1000) % window < window - 900) ?? 0;

let server: ServerProcess;
let token: string;

beforeAll(async () => {
  const text = Object.entries(limits)
    .map(([name, count]) => `${name}=${count}/${seconds}`)
    .join();
  server = await startOwnServer({ SPCI_LIMITS: text });
});

afterAll(() => server?.stop());

/** Each token has counters of its own. */
beforeEach(async () => {
  token = (await signIn(server.url, operatorEmail, operatorPassword, everyScope)).token ?? '';
});

async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      Authorization: `Bearer ${token}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const shown = (name: string): number => Number(response.headers.get(`x-ratelimit-${name}`) ?? Number.NaN);
  const text = await response.text();
  return {
    status: response.status,
    limit: shown('limit'),
    remaining: shown('remaining'),
    reset: shown('reset'),
    retryAfter: Number(response.headers.get('retry-after') ?? Number.NaN),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

const read = () => ask('GET', '/api/v1/runs');
const write = () => ask('POST', '/api/v1/tags', {}, JSON.stringify({ name: unique('tag') }));

describe('reads and writes of a token', () => {
  test('2.9a: are counted down apart', async () => {
    const reads = [await read(), await read()];
    const writes = [await write(), await write()];
    expect(reads.map(({ limit, remaining }) => [limit, remaining])).toEqual([
      [limits.read, limits.read - 1],
      [limits.read, limits.read - 2],
    ]);
    expect(writes.map(({ limit, remaining }) => [limit, remaining])).toEqual([
      [limits.write, limits.write - 1],
      [limits.write, limits.write - 2],
    ]);
  });

  test('beyond the limit: 429 that says when to come back, and nothing is written', async () => {
    for (let count = 0; count < limits.write; count += 1) expect((await write()).status).toBe(201);
    const name = unique('tag');
    const refused = await ask('POST', '/api/v1/tags', {}, JSON.stringify({ name }));
    expect(refused).toMatchObject({
      status: 429,
      limit: limits.write,
      remaining: 0,
      body: { code: 'rate_limited', details: { limit: limits.write, window: `${seconds}s` } },
    });
    expect(refused.retryAfter).toBe(refused.body.details.retry_after);
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect(refused.reset * 1000).toBeGreaterThan(Date.now());
    const { status, body } = await ask('GET', '/api/v1/tags?limit=100');
    expect(status).toBe(200);
    expect(body.data.map((tag: { name: string }) => tag.name)).not.toContain(name);
  });

  test('are counted for this token and no other', async () => {
    for (let count = 0; count < limits.write; count += 1) await write();
    expect((await write()).status).toBe(429);
    token = (await signIn(server.url, operatorEmail, operatorPassword, everyScope)).token ?? '';
    expect((await write()).status).toBe(201);
  });

  test('are counted when they fail, too', async () => {
    const failures = [
      await ask('GET', '/api/v1/runs?limit=0'),
      await ask('GET', '/api/v1/runs/2147483647'),
      await ask('GET', '/api/v1/runs', { Accept: 'text/html' }),
    ];
    expect(failures.map(({ status, remaining }) => [status, remaining])).toEqual([
      [400, limits.read - 1],
      [404, limits.read - 2],
      [406, limits.read - 3],
    ]);
  });
});

describe('what has no token is counted by its address', () => {
  const anonymous = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const bytes = rawRequest(`${method} ${path}`, [
      `Host: ${hostOf(server.url)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ]);
    const [answer] = (await exchange(server.url, bytes)).answers;
    return { status: answer?.status, remaining: Number(answer?.headers.get('x-ratelimit-remaining') ?? Number.NaN) };
  };

  test('every answer shows it, until none is left; a forwarded address from an untrusted peer changes nothing', async () => {
    const told = [
      await anonymous('GET', '/nowhere'),
      await anonymous('PUT', '/api/v1/runs'),
      await anonymous('OPTIONS', '/api/v1/runs'),
      await anonymous('GET', '/api/v1/runs/%zz'),
      await anonymous('GET', '/api/v1/runs', { Authorization: 'Bearer garbage' }),
      await anonymous('GET', '/api/v1/runs', { 'X-Forwarded-For': '203.0.113.1' }),
      await anonymous('GET', '/api/v1/runs', { Forwarded: 'for=203.0.113.2' }),
      await anonymous('GET', '//evil', { 'X-Real-IP': '203.0.113.3' }),
      await anonymous('GET', '/api/v1/runs', { 'X-Forwarded-For': '203.0.113.4' }),
      await anonymous('GET', '/nowhere'),
    ];
    expect(told.map(({ status }) => status)).toEqual([404, 405, 204, 400, 401, 401, 401, 404, 429, 429]);
    expect(told.map(({ remaining }) => remaining)).toEqual([7, 6, 5, 4, 3, 2, 1, 0, 0, 0]);
    expect((await read()).status).toBe(200);
  });

  test('2.9b: health has a class of its own, which bars nobody from logging in, and liveness and readiness none', async () => {
    const health = await ask('GET', '/api/v1/system/health');
    expect([health.limit, health.remaining]).toEqual([limits.health, limits.health - 1]);
    for (let count = 1; count < limits.health; count += 1) await ask('GET', '/api/v1/system/health');
    expect((await ask('GET', '/api/v1/system/health')).status).toBe(429);
    await signIn(server.url, operatorEmail, operatorPassword, everyScope);
    for (let count = 0; count < 20; count += 1) {
      const live = await ask('GET', '/livez');
      expect([live.status, live.limit]).toEqual([200, Number.NaN]);
    }
  });
});

describe('logins', () => {
  const login = (email: string, password: string) =>
    ask(
      'POST',
      '/api/v1/auth/tokens',
      {},
      JSON.stringify({ email, password, token_name: unique('token'), scopes: ['runs:read'] }),
    );

  test('a password on a page is a login, and a token there is none', async () => {
    const own = await startOwnServer({ SPCI_LIMITS: `login=2/${seconds}` });
    const page = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${own.url}/default/graph`, { headers })).status;
    try {
      const { token: opens = '' } = await signIn(own.url, operatorEmail, operatorPassword, everyScope);
      for (let count = 0; count < 4; count += 1) expect(await page(basicOf(operatorEmail, operatorPassword))).toBe(200);
      for (let count = 0; count < 4; count += 1) expect(await page(byApplication(newToken('spci')))).toBe(401);
      const tries = [];
      for (let count = 0; count < 3; count += 1) tries.push(await page(basicOf(operatorEmail, 'a wrong one')));
      expect(tries).toEqual([401, 401, 429]);
      expect(await page(basicOf(operatorEmail, operatorPassword))).toBe(429);
      expect(await page(byApplication(opens))).toBe(200);
    } finally {
      await own.stop();
    }
  });

  test('2.9c: count when they fail and not when they succeed, whatever is asked between them', async () => {
    for (let count = 0; count < limits.login + 2; count += 1)
      expect((await login(operatorEmail, operatorPassword)).status).toBe(201);
    const stranger = `${unique('stranger')}@example.org`;
    const failures = [];
    for (let count = 0; count < limits.login; count += 1) {
      await ask('GET', '/api/v1/system/health');
      failures.push(await login(stranger, 'a wrong password'));
    }
    expect(failures.map(({ status, limit }) => [status, limit])).toEqual(failures.map(() => [401, limits.login]));
    const refused = await login(stranger, 'a wrong password');
    expect(refused).toMatchObject({ status: 429, remaining: 0, body: { code: 'rate_limited' } });
    expect(refused.retryAfter).toBeGreaterThan(0);
    // The address is barred, whatever it sends; who is signed in is not.
    expect((await login(operatorEmail, operatorPassword)).status).toBe(429);
    expect(await createClient(server.url, token).expect('getCurrentUser', 200)).toMatchObject({ email: operatorEmail });
  });
});
