import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { basicOf, byApplication, cookieIn, cookieOf, dashboardBy, openSession } from '../../harness/sessions.ts';
import { openWorld, password, unique, type World } from '../../harness/world.ts';

let world: World;
let token: string;

beforeAll(async () => {
  world = await openWorld();
  token = world.admin.token ?? '';
});

const formOf = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();
interface Sent {
  readonly domain?: string;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const send = ({ domain = world.domain, raw, headers = {} }: Sent) =>
  world.anonymous.call('createSession', { path: { domain }, headers, ...(raw === undefined ? {} : { raw }) });
const handOver = (value: string, headers: Readonly<Record<string, string>> = {}) =>
  send({ raw: formOf({ 'x-auth-token': value }), headers });

async function expectRefused(sent: Sent): Promise<void> {
  const { status, headers, text } = await send(sent);
  expect([status, cookieIn(headers)]).toEqual([401, '']);
  expect(headers.get('set-cookie')).toContain('Max-Age=0');
  expect(text).not.toContain(token);
}

describe('303', () => {
  test('a token makes a session of its own, and the browser goes to the dashboard', async () => {
    const { status, headers } = await handOver(token);
    expect([status, headers.get('location')]).toEqual([303, `/${world.domain}/graph`]);
    expect(headers.get('cache-control')).toBe('no-store');
    const session = cookieIn(headers) ?? '';
    expect(session).toMatch(/^spcs_[0-9A-Za-z]{46}$/);
    expect(headers.get('set-cookie')).toBe(`__Host-spci_session=${session}; Path=/; HttpOnly; Secure; SameSite=Lax`);
    expect((await dashboardBy(world, session)).status).toBe(200);
    expect(cookieIn((await handOver(token)).headers)).not.toBe(session);
  });

  test('so do e-mail and password', async () => {
    const { status, headers } = await send({ raw: formOf({ email: world.adminEmail, password }) });
    expect(status).toBe(303);
    expect((await dashboardBy(world, cookieIn(headers) ?? '')).status).toBe(200);
  });

  test.each([
    'application/x-www-form-urlencoded',
    'Application/X-WWW-Form-Urlencoded',
    'application/x-www-form-urlencoded; charset=UTF-8',
    'APPLICATION/X-WWW-FORM-URLENCODED;charset="utf-8"',
  ])('the form may be called %s', async (type) => {
    expect((await handOver(token, { 'Content-Type': type })).status).toBe(303);
  });

  test('X-Auth-Token decides before the form, which is then neither read nor measured', async () => {
    const headers = { 'X-Auth-Token': token };
    expect((await send({ headers })).status).toBe(303);
    expect((await handOver(newToken('spci'), headers)).status).toBe(303);
    expect((await handOver('a'.repeat(20_000), headers)).status).toBe(303);
    expect((await send({ raw: '{}', headers: { ...headers, 'Content-Type': 'application/json' } })).status).toBe(303);
    await expectRefused({ raw: formOf({ 'x-auth-token': token }), headers: { 'X-Auth-Token': newToken('spci') } });
    expect((await handOver(token, { 'X-Auth-Token': '' })).status).toBe(303);
  });

  test('where the form shows nothing, an application credential does, and then Basic', async () => {
    const name = `*${token.slice(0, 16)}`;
    const bad = byApplication(newToken('spci'));
    for (const headers of [byApplication(token), basicOf(name, token), basicOf(world.adminEmail, password)]) {
      const answer = await send({ headers });
      expect((await dashboardBy(world, cookieIn(answer.headers) ?? '')).status).toBe(200);
      expect((await send({ raw: formOf({ 'x-auth-token': '', pad: 'a'.repeat(20_000) }), headers })).status).toBe(303);
      expect((await send({ domain: 'default', headers })).status).toBe(401);
    }
    expect((await send({ headers: basicOf(`${world.adminEmail}@${world.domain}`, password) })).status).toBe(303);
    expect((await handOver(token, bad)).status).toBe(303);
    await expectRefused({ raw: formOf({ 'x-auth-token': newToken('spci') }), headers: byApplication(token) });
    await expectRefused({ headers: { ...bad, ...basicOf(name, token) } });
    await expectRefused({ headers: basicOf(`${name}@default`, token) });
    await expectRefused({ headers: basicOf(world.adminEmail, 'another one') });
  });

  test('the session that the browser had ends, and a stale one is in nobody’s way', async () => {
    const former = await openSession(world);
    expect((await handOver(token, cookieOf(former))).status).toBe(303);
    expect((await dashboardBy(world, former)).status).toBe(303);
    expect((await handOver(token, cookieOf(newToken('spcs')))).status).toBe(303);
    expect((await handOver(token, cookieOf('garbage'))).status).toBe(303);
  });

  test('the domain may be written in any case', async () => {
    const { status, headers } = await send({ domain: world.domain.toUpperCase(), headers: { 'X-Auth-Token': token } });
    expect([status, headers.get('location')]).toEqual([303, `/${world.domain}/graph`]);
  });

  test('a form of 16,384 bytes is read, and one of a byte more is not', async () => {
    const own = formOf({ 'x-auth-token': token, pad: '' });
    const padded = (bytes: number): string => own + 'a'.repeat(bytes - own.length);
    expect((await send({ raw: padded(16_384) })).status).toBe(303);
    await expectRefused({ raw: padded(16_385) });
  });

  test('of this server and of no browser it comes from anywhere', async () => {
    const withheld = { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' };
    const own = [{ Origin: world.url }, { 'Sec-Fetch-Site': 'same-origin' }, { 'Sec-Fetch-Site': 'none' }];
    for (const headers of [...own, withheld]) expect((await handOver(token, { ...headers })).status).toBe(303);
  });
});

describe('401, and the cookie is cleared', () => {
  test.each<[string, () => Sent]>([
    ['nothing', () => ({})],
    ['an empty form', () => ({ raw: '' })],
    ['another field', () => ({ raw: formOf({ token }) })],
    ['an empty field', () => ({ raw: formOf({ 'x-auth-token': '' }) })],
    ['the field twice', () => ({ raw: `x-auth-token=${token}&x-auth-token=${token}` })],
    ['a token nobody has', () => ({ raw: formOf({ 'x-auth-token': newToken('spci') }) })],
    ['what is no token', () => ({ raw: formOf({ 'x-auth-token': 'two words' }) })],
    ['a session for a token', () => ({ raw: formOf({ 'x-auth-token': newToken('spcs') }) })],
    ['a field of 26,000 bytes', () => ({ raw: formOf({ 'x-auth-token': 'a'.repeat(26_000) }) })],
    [
      'JSON',
      () => ({ raw: JSON.stringify({ 'x-auth-token': token }), headers: { 'Content-Type': 'application/json' } }),
    ],
    ['text', () => ({ raw: formOf({ 'x-auth-token': token }), headers: { 'Content-Type': 'text/plain' } })],
    ['no type', () => ({ raw: formOf({ 'x-auth-token': token }), headers: { 'Content-Type': 'garbage' } })],
    ['what is not UTF-8', () => ({ raw: `x-auth-token=${token}&a=%ff` })],
    ['a wrong password', () => ({ raw: formOf({ email: world.adminEmail, password: 'another one' }) })],
    ['a password alone', () => ({ raw: formOf({ password }) })],
    ['a password that is too long', () => ({ raw: formOf({ email: world.adminEmail, password: 'a'.repeat(1025) }) })],
    ['an address that none can be', () => ({ raw: formOf({ email: `\0${world.adminEmail}`, password }) })],
  ])('%s', async (_, sent) => expectRefused(sent()));

  test('asks for a name and a password, but never a script’s request', async () => {
    const asked = async (headers: Record<string, string>) => (await send({ headers })).headers.get('www-authenticate');
    expect(await asked({})).toBe('Basic realm="spci", charset="UTF-8"');
    expect(await asked({ 'Sec-Fetch-Dest': 'empty' })).toBe('Bearer realm="spci"');
  });

  test('a stale session stands for nothing, with a form or without', async () => {
    const session = await openSession(world);
    await expectRefused({ headers: cookieOf(session) });
    await expectRefused({ raw: '{}', headers: { ...cookieOf(session), 'Content-Type': 'application/json' } });
  });

  test('a token and a password of another domain', async () => {
    const stranger = await openWorld();
    await expectRefused({ raw: formOf({ 'x-auth-token': stranger.admin.token ?? '' }) });
    await expectRefused({ raw: formOf({ email: stranger.adminEmail, password }) });
  });

  test('a revoked token, whose sessions end with it', async () => {
    const client = await world.adminWith(['runs:read']);
    const session = await openSession(world, client.token);
    expect((await dashboardBy(world, session)).status).toBe(200);
    await client.expect('revokeCurrentToken', 204);
    expect((await dashboardBy(world, session)).status).toBe(303);
    await expectRefused({ raw: formOf({ 'x-auth-token': client.token ?? '' }) });
  });

  test('a token that was rotated, whose sessions end with it', async () => {
    const client = await world.adminWith(['runs:read']);
    const session = await openSession(world, client.token);
    const { data } = await client.expect('listTokens', 200, { query: { limit: 100 } });
    const token_id = data.find(({ token_prefix }) => client.token?.startsWith(token_prefix))?.id ?? 0;
    await client.expect('rotateToken', 201, { path: { token_id }, body: {} });
    expect((await dashboardBy(world, session)).status).toBe(303);
    await expectRefused({ raw: formOf({ 'x-auth-token': client.token ?? '' }) });
  });

  test('a session is nobody’s token, and is in no list of tokens', async () => {
    const session = await openSession(world);
    const headers = { Authorization: `Bearer ${session}` };
    expect((await world.anonymous.call('getCurrentUser', { headers })).status).toBe(401);
    const { data } = await world.admin.expect('listTokens', 200, { query: { limit: 100 } });
    expect(data.map(({ token_name }) => token_name)).not.toContain('session');
  });
});

describe('403', () => {
  test.each([
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null', 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('a page that says %j may not sign anybody in', async (headers) => {
    const { status, headers: answered } = await handOver(token, headers as Record<string, string>);
    expect([status, cookieIn(answered)]).toEqual([403, undefined]);
  });

  test('a token that may not read runs', async () => {
    const client = await world.adminWith(['system:read']);
    const answer = await handOver(client.token ?? '');
    expect(failureOf(answer, 403).details).toMatchObject({ missing_scopes: ['runs:read'] });
    expect(cookieIn(answer.headers)).toBeUndefined();
  });
});

test.each(['a.b', '%2f%2fevil.example', '..', 'a'.repeat(65), ' ', 'default%0d%0a'])(
  '404: there is no domain %j, and nobody is sent anywhere',
  async (name) => {
    const missing = await send({ domain: unique('domain'), raw: formOf({ 'x-auth-token': token }) });
    const answer = await send({ domain: decodeURIComponent(name), raw: formOf({ 'x-auth-token': token }) });
    if (name !== '..') expectSameNotFound(answer, missing);
    expect(answer.headers.has('location')).toBe(false);
  },
);

test('every arrival is timed by what came of it, refusals too', async () => {
  const counted = async (outcome: string): Promise<number> => {
    const { text } = await world.anonymous.call('getMetrics');
    return Number(
      new RegExp(`^spci_handoff_seconds_count\\{outcome="${outcome}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0,
    );
  };
  const small = await world.adminWith(['system:read']);
  const arrivals: Readonly<Record<string, () => Promise<unknown>>> = {
    success: () => handOver(token),
    absent: () => send({ raw: '' }),
    invalid: () => handOver(newToken('spci')),
    forbidden: () => handOver(small.token ?? ''),
    refused: () => send({ domain: unique('domain'), raw: '' }),
  };
  for (const [outcome, arrive] of Object.entries(arrivals)) {
    const before = await counted(outcome);
    await arrive();
    expect([outcome, await counted(outcome)]).toEqual([outcome, before + 1]);
  }
});

test('400: there is nothing to say in the address', async () => {
  const query = { 'x-auth-token': token };
  const answer = await callLoosely(world.anonymous, 'createSession', { path: { domain: world.domain }, query });
  expect(faultyFields(answer)).toEqual(['query.x-auth-token']);
});

test('405: no credential comes by GET', async () => {
  const response = await fetch(`${world.url}/${world.domain}/auth?x-auth-token=${token}`, { redirect: 'manual' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'DELETE, OPTIONS, POST']);
});
