import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { everyScope, openWorld, ordinaryScopes, password, unique, type World } from '../../harness/world.ts';

type LoginRequest = components['schemas']['TokenCreateRequest'];

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const login = (fields: Partial<LoginRequest> = {}): LoginRequest => ({
  email: world.adminEmail,
  password,
  token_name: unique('token'),
  expires_in_days: 7,
  scopes: ['runs:read'],
  ...fields,
});
const days = 24 * 60 * 60 * 1000;

describe('201', () => {
  test('LOW-1: mints a token that works, is shown once and kept by no cache', async () => {
    const body = login({ scopes: ['runs:read', 'tokens:manage'], expires_in_days: 30 });
    const answer = await world.anonymous.call('createToken', { body });
    if (answer.status !== 201) throw new Error(answer.text);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { token, ...shown } = answer.body;
    expect(token).toMatch(/^spci_[0-9A-Za-z]{46}$/);
    expect(shown).toMatchObject({ token_type: 'bearer', token_name: body.token_name, scopes: body.scopes });
    const client = createClient(world.url, token);
    expect((await client.expect('getCurrentUser', 200)).email).toBe(world.adminEmail);
    const { data } = await client.expect('listTokens', 200);
    const item = data.find(({ id }) => id === shown.token_id);
    expect(item).toMatchObject({ token_prefix: token.slice(0, 16), is_revoked: false, expires_at: shown.expires_at });
    expect(Date.parse(shown.expires_at) - Date.parse(item?.created_at ?? '')).toBe(30 * days);
  });

  test('gives seven days, runs:read and results:read to who asks for nothing', async () => {
    const raw = JSON.stringify({ email: world.adminEmail, password, token_name: unique('token') });
    const { token_id, scopes } = await world.anonymous.expect('createToken', 201, { raw });
    expect(scopes).toEqual(['runs:read', 'results:read']);
    const { data } = await world.admin.expect('listTokens', 200);
    const item = data.find(({ id }) => id === token_id);
    expect(Date.parse(item?.expires_at ?? '') - Date.parse(item?.created_at ?? '')).toBe(7 * days);
  });

  test('the e-mail address is compared without regard to case, the password is not', async () => {
    await world.anonymous.expect('createToken', 201, { body: login({ email: world.adminEmail.toUpperCase() }) });
    await world.anonymous.expect('createToken', 401, { body: login({ password: password.toUpperCase() }) });
  });

  test('looks at no credential: a bad token beside the password does no harm', async () => {
    await createClient(world.url, 'garbage').expect('createToken', 201, { body: login() });
  });
});

describe('400', () => {
  test.each([
    ['email', { email: 'nobody' }],
    ['password', { password: '' }],
    ['password', { password: 'é'.repeat(513) }],
    ['token_name', { token_name: 'two words' }],
    ['token_name', { token_name: '' }],
    ['expires_in_days', { expires_in_days: 0 }],
    ['expires_in_days', { expires_in_days: 366 }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['runs:read', 'runs:read'] }],
    ['scopes[0]', { scopes: ['everything'] }],
    ['account', { account: 'root' }],
  ])('1.9.23: names body.%s: %o', async (field, fault) => {
    const raw = JSON.stringify({ ...login(), ...fault });
    expect(faultyFields(await world.anonymous.call('createToken', { raw }))).toEqual([`body.${field}`]);
  });
});

describe('401', () => {
  test('LOW-2, 2.8a: a wrong password and an unknown address get the same words', async () => {
    const wrong = await world.anonymous.call('createToken', { body: login({ password: 'not the password' }) });
    const unknown = await world.anonymous.call('createToken', {
      body: login({ email: `${unique('no')}@example.org` }),
    });
    const [one, other] = [wrong, unknown].map((answer) => failureOf(answer, 401));
    expect(one?.code).toBe('invalid_credentials');
    expect({ ...one, details: {} }).toEqual({ ...other, details: {} });
    expect(Object.keys(one?.details ?? {})).toEqual(Object.keys(other?.details ?? {}));
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="spci"');
  });
});

describe('403', () => {
  test.each(['contributor', 'tester', 'user'] as const)(
    'role %s gets the four scopes of a member only',
    async (role) => {
      const { email } = await world.member(role);
      for (const scope of everyScope) {
        const answer = await world.anonymous.call('createToken', {
          body: login({ email, scopes: ['runs:read', scope] }),
        });
        if (scope === 'runs:read') expect(faultyFields(answer)).toEqual(['body.scopes']);
        else if (ordinaryScopes.includes(scope)) expect(answer.status).toBe(201);
        else expect(failureOf(answer, 403).details).toMatchObject({ missing_scopes: [scope] });
      }
    },
  );

  test.each([
    ...['BASELINES:WRITE', ' baselines:write', 'baselines:write ', 'baselines:write\n', 'baselines:*'],
    ...[
      'runs:read baselines:write',
      'runs:read,baselines:write',
      'ｂaselines:write',
      '*',
      'admin',
      'tokens:manage\u200b',
    ],
    ...['System:Write', ['baselines:write'], { scope: 'baselines:write' }, null],
  ])('and no scope of an administrator by another spelling: %j', async (spelling) => {
    const { email } = await world.member('contributor');
    const raw = JSON.stringify({ ...login({ email }), scopes: ['runs:read', spelling] });
    expect(faultyFields(await world.anonymous.call('createToken', { raw }))).toEqual(['body.scopes[1]']);
  });
});

describe('409', () => {
  test('a name is unique among the live tokens of one account', async () => {
    const body = login();
    const { token_id } = await world.admin.expect('createToken', 201, { body });
    expect(await world.anonymous.expect('createToken', 409, { body })).toMatchObject({ code: 'conflict' });
    const { email } = await world.member('user');
    await world.anonymous.expect('createToken', 201, { body: { ...body, email } });
    await world.admin.expect('revokeToken', 204, { path: { token_id } });
    await world.anonymous.expect('createToken', 201, { body });
  });

  test('of equal requests at once one is answered with a token', async () => {
    const body = login();
    const answers = await Promise.all([1, 2, 3].map(() => world.anonymous.call('createToken', { body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});

describe('413 and 415', () => {
  test('takes a small JSON document and nothing else', async () => {
    await world.anonymous.expect('createToken', 413, { raw: JSON.stringify(login({ password: 'a'.repeat(5000) })) });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await world.anonymous.expect('createToken', 415, { body: login(), headers });
  });
});

describe('429, by the default limits', () => {
  let server: ServerProcess;
  let anonymous: Client;
  const operator = { email: operatorEmail, password: operatorPassword };
  const right = () => ({ ...operator, token_name: unique('token') });
  const from = (address: string) => ({ 'X-Forwarded-For': address });

  beforeAll(async () => {
    server = await startOwnServer({ SPCI_LIMITS: '', SPCI_TRUSTED_PROXIES: '127.0.0.1' });
    anonymous = createClient(server.url);
  });
  afterAll(() => server.stop());

  test('five failures close an address to every account, right passwords included', async () => {
    const headers = from('192.0.2.1');
    for (let count = 1; count <= 6; count += 1) await anonymous.expect('createToken', 201, { body: right(), headers });
    for (let count = 1; count <= 5; count += 1) {
      const body = { email: `${unique('who')}@example.org`, password, token_name: 'guess' };
      await anonymous.expect('createToken', 401, { body, headers });
    }
    const answer = await anonymous.call('createToken', { body: right(), headers });
    const { code, details } = failureOf(answer, 429);
    expect({ code, details }).toMatchObject({ code: 'rate_limited', details: { limit: 5, window: '900s' } });
    const seconds = Number(answer.headers.get('retry-after'));
    expect(details).toMatchObject({ retry_after: seconds });
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
    await anonymous.expect('createToken', 201, { body: right(), headers: from('192.0.2.2') });
  });

  test('ten failures from any addresses close an account, and no other', async () => {
    const email = `${unique('target')}@example.org`;
    for (let count = 1; count <= 10; count += 1) {
      const body = { email: count % 2 === 0 ? email : email.toUpperCase(), password, token_name: 'guess' };
      await anonymous.expect('createToken', 401, { body, headers: from(`198.51.100.${count}`) });
    }
    const body = { email, password, token_name: 'guess' };
    const answer = await anonymous.call('createToken', { body, headers: from('198.51.100.99') });
    expect(failureOf(answer, 429).details).toMatchObject({ limit: 10 });
    await anonymous.expect('createToken', 201, { body: right(), headers: from('198.51.100.99') });
  });

  test('failures at once cannot slip past the limit', async () => {
    const headers = from('203.0.113.1');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        anonymous.call('createToken', {
          body: { email: `${unique('who')}@example.org`, password, token_name: 'guess' },
          headers,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });
});
