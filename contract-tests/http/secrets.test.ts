import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../src/secrets.ts';
import { createClient, type Client } from '../harness/client.ts';
import { startOwnServer } from '../harness/own-server.ts';
import { exchange, hostOf, rawRequest } from '../harness/raw-http.ts';
import { basicOf, byApplication, cookieOf, openSession } from '../harness/sessions.ts';
import { operatorEmail, operatorPassword } from '../harness/operator.ts';
import { openFixableSite } from '../harness/preflights.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { makePromiseToken, makeSite } from '../harness/stage.ts';
import { enrolWorker, uploadSample } from '../harness/suite.ts';
import { everyScope, openWorld, signIn, unique, type World } from '../harness/world.ts';

let server: ServerProcess;
let world: World;
/** Everything that must turn up nowhere, and every answer in which it must not. */
const canaries = new Map<string, string>();
const answers: string[] = [];

beforeAll(async () => {
  server = await startOwnServer({ SPCI_LOG_LEVEL: 'trace' });
  world = await openWorld(server.url);
});

afterAll(() => server?.stop());

function canary(name: string, value = unique(`canary-${name}`)): string {
  canaries.set(name, value);
  return value;
}

async function ask(path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(`${server.url}${path}`, init);
  answers.push(JSON.stringify([...response.headers]), await response.text());
  return response.status;
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const bearer = (token: string | undefined) => ({ Authorization: `Bearer ${token}` });

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  headers,
  body: new URLSearchParams(fields),
});

const formType = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };

/** As a token, as a session and as a password, where browsers have them. */
async function sendToPages(note: (status: Promise<number>) => Promise<void>, value: string): Promise<void> {
  const cookie = { Cookie: `__Host-spci_session=${value}` };
  await note(ask('/default/auth', form({ 'x-auth-token': value })));
  await note(ask('/default/auth', form({ 'x-auth-token': value, pad: 'a'.repeat(20_000) })));
  await note(ask('/default/auth', form({}, { 'X-Auth-Token': value, ...cookie })));
  await note(ask('/default/auth', form({ email: operatorEmail, password: value })));
  await note(ask('/default/auth', { method: 'DELETE', headers: cookie }));
  const named = [byApplication(value), basicOf(`*${value.slice(0, 16)}`, value), basicOf(operatorEmail, value)];
  for (const headers of named) {
    await note(ask('/default/graph', { headers }));
    await note(ask('/default/auth', form({}, headers)));
  }
  await note(ask(`/?x-auth-token=${value}`));
  await note(ask(`/default?x-auth-token=${value}&project_id=1`));
  await note(ask(`/default/graph?x-auth-token=${value}`, { headers: cookie }));
  await note(ask(`/nowhere/graph?x-auth-token=${value}`, { headers: { 'X-Auth-Token': value } }));
  await note(ask('/api/v1/runs', { headers: cookie }));
}

/** As a promise token, and as what such a token is said to be. */
async function sendAsPromise(note: (status: Promise<number>) => Promise<void>, value: string): Promise<void> {
  const headers = bearer(world.admin.token);
  for (const operation of ['exchange', 'invalidate'])
    await note(ask(`/api/v1/auth/promise-tokens/${operation}`, json({ promise_token: value }, headers)));
  await note(ask('/api/v1/auth/promise-tokens/introspect', json({ token: value }, headers)));
  await note(ask('/api/v1/auth/promise-tokens', json({ site_id: value, promise_token: value }, headers)));
}

/** Sends secrets in every place and to every kind of answer. */
async function sendSecrets(): Promise<number[]> {
  const statuses: number[] = [];
  const note = async (status: Promise<number>): Promise<void> => {
    statuses.push(await status);
  };
  for (const [name, token] of [
    ['unknown token', newToken('spci')],
    ['unknown worker token', newToken('spcw')],
    ['unknown promise token', newToken('spcp')],
    ['unknown access token of a site', newToken('spca')],
    ['text for a token', unique('secret')],
  ] as const) {
    const value = canary(name, token);
    await note(ask('/api/v1/runs', { headers: bearer(value) }));
    await note(ask('/api/v1/runs', { headers: { 'X-SPCI-Access-Token': value } }));
    await note(ask('/api/v1/runs', { headers: { Authorization: `Basic ${value}` } }));
    await note(ask(`/api/v1/runs?access_token=${value}`));
    await note(ask(`/api/v1/runs?access_token=${value}`, { headers: bearer(world.admin.token) }));
    await note(ask(`/nowhere?access_token=${value}`, { headers: bearer(value) }));
    await note(
      ask('/api/v1/runs', { method: 'PUT', headers: { ...bearer(value), Cookie: `__Host-spci_session=${value}` } }),
    );
    await note(ask('/api/v1/runs', json({ access_token: value }, bearer(world.admin.token))));
    await note(ask('/api/v1/runs', json({ access_token: value })));
    await sendAsPromise(note, value);
    await note(ask('/api/v1/worker/claims', json({ platforms: ['linux'], wait_ms: 0 }, bearer(value))));
    await note(ask(`/api/v1/files/${'0'.repeat(64)}?name=a&domain=1&expires=1&signature=${value}`));
    await sendToPages(note, value);
  }
  const password = canary('password');
  const email = operatorEmail;
  await note(ask('/api/v1/auth/tokens', json({ email, password, token_name: 'a' })));
  await note(ask('/api/v1/auth/tokens', json({ email, password: [password], token_name: 'a' })));
  await note(ask('/api/v1/auth/tokens', json({ email, password: password.repeat(100), token_name: 'a' })));
  await note(ask('/api/v1/auth/tokens', json(`{"email":"${email}","password":"${password}"`)));
  await note(ask('/api/v1/auth/tokens', json(`{"password":"${password}","password":"${password}"}`)));
  await note(ask('/api/v1/auth/tokens', { ...json({ email, password }), headers: { 'Content-Type': 'text/plain' } }));
  await note(ask('/api/v1/setup', json({ setup_token: canary('setup'), name: 'A', email, password: canary('first') })));
  const member = { name: 'Eve', email: `${unique('eve')}@example.org`, password: canary('new password'), role: 'user' };
  await note(ask('/api/v1/users', json(member, bearer(world.admin.token))));
  await note(ask('/api/v1/users', json(member, bearer(world.admin.token))));
  await note(ask('/api/v1/users', json({ ...member, role: 'none' }, bearer(world.admin.token))));
  const domain = {
    slug: unique('d'),
    admin_name: 'A',
    admin_email: member.email,
    admin_password: canary('of a domain'),
  };
  await note(ask('/api/v1/domains', json(domain, bearer(world.operator.token))));
  return statuses;
}

/** Secrets that the server itself hands out, to be used once more after that. */
async function receiveSecrets(): Promise<void> {
  const client = await signIn(server.url, operatorEmail, operatorPassword, everyScope);
  canary('own token', client.token);
  canary('own worker token', (await enrolWorker(world)).token);
  const { sample_id } = await uploadSample(world);
  const { download_url } = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
  const { pathname, search, searchParams } = new URL(download_url, server.url);
  canary('signature', searchParams.get('signature') ?? '');
  await ask(pathname + search);
  await ask(pathname + search.replace(/expires=\d+/, 'expires=1'));
  await ask('/api/v1/runs', { headers: bearer(client.token) });
  const promise_token = canary(
    'promise token',
    await makePromiseToken({ admin: client }, await makeSite({ admin: client })),
  );
  const exchanged = await client.expect('exchangePromiseToken', 200, { body: { promise_token } });
  for (const token of [
    promise_token,
    canary('rolled', exchanged.promise_token),
    canary('access', exchanged.access_token),
  ])
    await ask('/api/v1/auth/promise-tokens/introspect', json({ token }, bearer(client.token)));
  await client.expect('invalidatePromiseToken', 204, { body: { promise_token } });
  await ask('/api/v1/auth/promise-tokens/exchange', json({ promise_token }, bearer(client.token)));
  await deliverSecrets(client);
  const session = canary('session', await openSession({ ...world, domain: 'default' }, client.token));
  await ask('/default/graph', { headers: cookieOf(session) });
  await ask(`/default/graph?x-auth-token=${client.token}`, { redirect: 'manual' });
  await ask(`/default?x-auth-token=${client.token}`, { redirect: 'manual' });
  await ask('/default/graph', { headers: byApplication(client.token ?? '') });
  await createClient(server.url, client.token).expect('revokeCurrentToken', 204);
  await ask('/api/v1/runs', { headers: bearer(client.token) });
}

/** One that is brought, and one that is made, are each used for what is delivered. */
async function deliverSecrets(client: Client): Promise<void> {
  await using site = await openFixableSite({ admin: client, url: server.url });
  const { job_id, site_id } = site;
  await client.expect('updateSite', 200, { path: { site_id }, body: { authoring_type: 'cs' } });
  const body = { site_id, purpose: 'fixes' as const };
  const { promise_token } = await client.expect('createPromiseToken', 201, { body });
  const path = `/api/v1/preflight/jobs/${job_id}/fixes`;
  const brought = { 'X-Promise-Token': canary('promise token of fixes', promise_token) };
  for (const headers of [brought, {}])
    expect(await ask(path, json({ fixes: [site.choice] }, { ...bearer(client.token), ...headers }))).toBe(202);
  while (site.taken.length < 2) await delay(50);
  for (const [index, { headers }] of site.taken.entries())
    canary(`access token of fixes ${index}`, (headers.authorization ?? '').replace(/^token (?=spca_)/, ''));
  await ask(path, { headers: bearer(client.token) });
}

describe('secrets', () => {
  test('turn up in no answer, no metric and no line of the log', async () => {
    const statuses = await sendSecrets();
    await receiveSecrets();
    const head = [`Host: ${hostOf(server.url)}`, `Authorization: Bearer ${canary('refused by the parser')}`];
    const refused = await exchange(server.url, rawRequest('GET /api/v1/runs', [...head, 'X-A: a\u0001b']));
    answers.push(...refused.answers.map(({ text }) => text));
    expect([...new Set(statuses)].sort()).toEqual([200, 201, 204, 400, 401, 404, 405, 409, 415]);

    canary('bootstrap password', operatorPassword);
    const { text: metrics } = await world.operator.call('getMetrics');
    const places = { log: server.output(), answers: answers.join('\n'), metrics };
    const leaks = [...canaries].flatMap(([name, value]) =>
      Object.entries(places).flatMap(([place, text]) => (text.includes(value) ? [`${name} in ${place}`] : [])),
    );
    expect(leaks).toEqual([]);
    expect(places.log.split('\n').filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(
      statuses.length,
    );
  });

  test('a line of the log is one line of JSON, whatever a client sends', async () => {
    const path = `/${encodeURIComponent('a\r\n{"level":"fatal"}\u001b[31m\u202e')}`;
    await ask(path, { headers: { 'X-Request-Id': 'a b', 'User-Agent': 'a"}\u00e9' } });
    const lines = server.output().trimEnd().split('\n');
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(lines.filter((line) => JSON.parse(line).level === 'fatal')).toEqual([]);
  });

  test('what a handoff lacks is told to the log alone, as loud as it matters', async () => {
    const written = server.output().length;
    const token = world.admin.token ?? '';
    await ask('/default/auth', form({ 'x-auth-token': 'a'.repeat(20_000) }));
    await ask('/default/auth', { ...form({}), body: `x-auth-token=${token}&a=%ff`, ...formType });
    await ask('/default/auth', form({ token }));
    const told = () =>
      server
        .output()
        .slice(written)
        .split('\n')
        .filter((line) => line.includes('of a handoff'))
        .map((line) => JSON.parse(line) as { level: string; msg: string });
    while (told().length < 3) await delay(50);
    expect(told().map(({ level, msg }) => `${level}: ${msg}`)).toEqual([
      'error: the form of a handoff is too large',
      'info: the form of a handoff cannot be parsed',
      'debug: the form of a handoff holds no credential',
    ]);
  });
});
