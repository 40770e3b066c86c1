import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { basicOf, byApplication, cookieIn, cookieOf, dashboardBy, openSession } from '../../harness/sessions.ts';
import { openWorld, password, unique, type World } from '../../harness/world.ts';

let world: World;
let token: string;

beforeAll(async () => {
  world = await openWorld();
  token = world.admin.token ?? '';
});

type Query = Readonly<Record<string, string | number>>;
const home = (headers: Readonly<Record<string, string>> = {}, query: Query = {}, domain = world.domain) =>
  callLoosely(world.anonymous, 'getDomainHome', { path: { domain }, query, headers });

async function expectSent(answer: Awaited<ReturnType<typeof home>>, session: unknown): Promise<void> {
  const { status, headers } = answer;
  expect([status, headers.get('location')]).toEqual([302, `/${world.domain}/graph`]);
  expect(cookieIn(headers)).toEqual(session);
}

describe('302: the dashboard is there', () => {
  test('for whoever shows nothing, and whoever shows what opens it', async () => {
    const session = await openSession(world);
    const ways = [{ 'X-Auth-Token': token }, byApplication(token), basicOf(world.adminEmail, password)];
    for (const headers of [{}, { Accept: 'text/html' }, cookieOf(session), cookieOf('garbage'), ...ways])
      await expectSent(await home(headers), undefined);
    await expectSent(await home({}, {}, world.domain.toUpperCase()), undefined);
    const { headers } = await home();
    expect((await fetch(world.url + headers.get('location'), { headers: { ...ways[0] } })).status).toBe(200);
  });

  test('and a token in the address becomes a session and is not repeated, nor what it was for', async () => {
    const answer = await home({}, { 'x-auth-token': token, project_id: 7, domain_id: 'default' });
    await expectSent(answer, expect.stringMatching(/^spcs_/));
    for (const name of ['deprecation', 'sunset', 'link']) expect(answer.headers.has(name)).toBe(true);
    expect((await dashboardBy(world, cookieIn(answer.headers) ?? '')).status).toBe(200);
  });
});

test('401: what is not valid is final, whatever comes after it', async () => {
  const none = newToken('spci');
  const bad = [{ 'X-Auth-Token': none }, byApplication(none), basicOf(world.adminEmail, 'another one')];
  for (const headers of bad)
    expect((await home({ ...cookieOf(await openSession(world)), ...headers })).status).toBe(401);
  const inAddress = await home(byApplication(token), { 'x-auth-token': none });
  expect([inAddress.status, inAddress.headers.has('deprecation')]).toEqual([401, true]);
  expect(inAddress.text).not.toContain(none);
  const stranger = await openWorld();
  expect((await home({ 'X-Auth-Token': stranger.admin.token ?? '' })).status).toBe(401);
});

test('403: a token that may not read runs', async () => {
  const { token: small = '' } = await world.adminWith(['system:read']);
  const answer = await home({}, { 'x-auth-token': small });
  expect(failureOf(answer, 403).details).toMatchObject({ missing_scopes: ['runs:read'] });
  expect(cookieIn(answer.headers)).toBeUndefined();
});

test('404: there is no such domain, and nothing of the server’s own is one', async () => {
  const names = [
    unique('domain'),
    'a.b',
    'favicon.ico',
    'admin',
    'API',
    'auth',
    'badge',
    'mcp',
    'static',
    'a'.repeat(65),
  ];
  for (const name of names)
    for (const method of ['GET', 'POST']) {
      const response = await fetch(`${world.url}/${name}`, { method, redirect: 'manual' });
      // Where a domain could be, there is GET, whether or not there is one.
      const isName = name.startsWith('domain-');
      expect([name, method, response.status]).toEqual([name, method, isName && method === 'POST' ? 405 : 404]);
      expect(response.headers.has('location')).toBe(false);
    }
  for (const path of ['docs', 'livez', 'readyz', 'metrics', 'openapi.json', 'llms.txt'])
    expect((await fetch(`${world.url}/${path}`, { redirect: 'manual' })).status).toBe(200);
});

test.each(['global', 'next', 'branch'])('400: nothing else is taken, such as %s', async (name) => {
  expect(faultyFields(await home({}, { [name]: 'x' }))).toEqual([`query.${name}`]);
});
