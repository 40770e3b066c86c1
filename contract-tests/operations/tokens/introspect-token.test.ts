import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { openSession } from '../../harness/sessions.ts';
import { enrolWorker, makeSuite } from '../../harness/suite.ts';
import { openWorld, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const ask = (client: Client, token = '') =>
  client.expect('introspectToken', 200, { raw: new URLSearchParams({ token }).toString() });
const send = (raw: string, headers = {}) => world.admin.call('introspectToken', { raw, headers });

describe('200', () => {
  test('tells whose token it is, what it may do and when it ends, and is kept by nobody', async () => {
    const email = `${unique('Eve')}@Example.org`;
    const body = { name: 'Eve', email, password, role: 'tester' } as const;
    await world.admin.expect('createUser', 201, { body });
    const client = await signIn(world.url, email, password, ['runs:read', 'results:read']);
    const raw = new URLSearchParams({ token: client.token ?? '', token_type_hint: 'refresh_token' }).toString();
    const answer = await world.admin.call('introspectToken', { raw });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { user_id } = await client.expect('getCurrentUser', 200);
    const { data } = await client.expect('listTokens', 200, { query: { limit: 100 } });
    const item = data.find(({ token_prefix }) => client.token?.startsWith(token_prefix));
    const seconds = (moment = ''): number => Math.floor(Date.parse(moment) / 1000);
    expect(answer.body).toEqual({
      active: true,
      scope: 'runs:read results:read',
      token_type: 'bearer',
      username: email,
      sub: String(user_id),
      domain: world.domain,
      iss: world.url,
      iat: seconds(item?.created_at),
      exp: seconds(item?.expires_at),
    });
  });

  test('tells what the role allows now', async () => {
    const member = await world.member('admin', ['runs:read', 'tokens:manage']);
    expect(await ask(world.admin, member.token)).toMatchObject({ scope: 'runs:read tokens:manage' });
    await world.admin.expect('updateUser', 200, { path: { user_id: member.userId }, body: { role: 'user' } });
    expect(await ask(world.admin, member.token)).toMatchObject({ scope: 'runs:read', username: member.email });
    await world.admin.expect('deactivateUser', 200, { path: { user_id: member.userId } });
    expect(await ask(world.admin, member.token)).toEqual({ active: false });
  });

  test.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => 'two words'],
    ['many letters', async () => '𝄞'.repeat(1000)],
    ['a mistyped one', async () => `${newToken('spci').slice(0, -1)}!`],
    ['one nobody has', async () => newToken('spci')],
    ['a session', () => openSession(world)],
    ['a worker’s', async () => (await enrolWorker(world)).token],
    ['one of another domain', async () => (await openWorld()).admin.token],
    [
      'a legacy token',
      async () => {
        const { user_id } = await world.admin.expect('getCurrentUser', 200);
        return (await world.admin.expect('createLegacyToken', 201, { path: { user_id } })).token;
      },
    ],
    [
      'a revoked one',
      async () => {
        const client = await world.adminWith(['runs:read']);
        expect(await ask(world.admin, client.token)).toMatchObject({ active: true });
        await client.expect('revokeCurrentToken', 204);
        return client.token;
      },
    ],
  ])('of %s it tells that it is not active, and nothing more', async (_, make) => {
    expect(await ask(world.admin, await make())).toEqual({ active: false });
  });

  test('a child that is confined or counted opens nothing elsewhere, and asking takes none of its calls', async () => {
    const childOf = (less: object) =>
      world.admin.expect('createChildToken', 201, {
        body: { token_name: unique('child'), scopes: ['runs:read'], ...less },
      });
    const { repository } = await makeSuite(world, 0);
    expect(await ask(world.admin, (await childOf({})).token)).toMatchObject({ active: true, scope: 'runs:read' });
    expect(await ask(world.admin, (await childOf({ repository })).token)).toEqual({ active: false });
    const { token } = await childOf({ max_calls: 1 });
    for (let turn = 0; turn < 2; turn += 1) expect(await ask(world.admin, token)).toEqual({ active: false });
    await createClient(world.url, token).expect('listRuns', 200);
  });

  test('an operator asks about every domain', async () => {
    expect(await ask(world.operator, world.admin.token)).toMatchObject({ active: true, domain: world.domain });
  });
});

describe('400 names the field', () => {
  test.each([
    ['no token', '', ['body.token']],
    ['an empty token', 'token=', ['body.token']],
    ['a token twice', 'token=a&token=b', ['body.token']],
    ['a long token', `token=${'ä'.repeat(1001)}`, ['body.token']],
    ['a long hint', `token=a&token_type_hint=${'a'.repeat(51)}`, ['body.token_type_hint']],
    ['other fields', 'token=a&scope=b&__proto__=c', ['body.__proto__', 'body.scope']],
  ])('%s', async (_, raw, fields) => {
    expect(faultyFields(await send(raw)).sort()).toEqual(fields);
  });

  test('what is not UTF-8', async () => {
    expect(failureOf(await send('token=%ff'), 400).code).toBe('bad_request');
  });
});

test('403 without the scope, and without the role', async () => {
  const raw = 'token=a';
  const answer = await (await world.adminWith(['runs:read'])).call('introspectToken', { raw });
  expect(failureOf(answer, 403).details).toMatchObject({ missing_scopes: ['tokens:manage'] });
});

test('413 and 415', async () => {
  failureOf(await send(`token=${'a'.repeat(16_384)}`), 413);
  const answer = await send('{"token":"a"}', { 'Content-Type': 'application/json' });
  expect(failureOf(answer, 415).details).toMatchObject({ available: ['application/x-www-form-urlencoded'] });
});
