import { beforeAll, describe, expect, test } from '@jest/globals';
import { startPromiseIssuer } from '../../../src/testing/promise-issuer-peer.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { cookieOf, openSession, signInToPages } from '../../harness/sessions.ts';
import { makePromiseToken, makeSite } from '../../harness/stage.ts';
import { makeSuite } from '../../harness/suite.ts';
import { everyScope, openWorld, signIn, unique, type World } from '../../harness/world.ts';

let world: World;
let site_id: number;

beforeAll(async () => {
  world = await openWorld();
  site_id = await makeSite(world);
});

const ask = (client: Client, headers = {}) => client.call('createPromiseToken', { body: { site_id }, headers });
const ownPage = { 'Sec-Fetch-Site': 'same-origin' };
const isActive = async (token: string) =>
  (await world.admin.expect('introspectPromiseToken', 200, { body: { token } })).active;

async function childWith(less: object): Promise<Client> {
  const body = { token_name: unique('child'), scopes: ['runs:write' as const], ...less };
  return createClient(world.url, (await world.admin.expect('createChildToken', 201, { body })).token);
}

describe('201', () => {
  test('gives a token for a quarter of an hour, which is kept by nobody', async () => {
    const answer = await ask(world.admin);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(answer.body).toEqual({
      promise_token: expect.stringMatching(/^spcp_[0-9A-Za-z]{46}$/),
      expires_in: 900,
      token_type: 'promise_token',
    });
  });

  test.each([
    [{}, 'preflight'],
    [{ purpose: 'preflight' as const }, 'preflight'],
    [{ purpose: 'fixes' as const }, 'fixes'],
  ])('is for what is said: %j', async (said, purpose) => {
    const body = { site_id, ...said };
    const { promise_token: token } = await world.admin.expect('createPromiseToken', 201, { body });
    expect(await world.admin.expect('introspectPromiseToken', 200, { body: { token } })).toMatchObject({ purpose });
  });

  test('is made for who signed in by a password, and for an own token that can do less than its account', async () => {
    const session = await signInToPages(world);
    expect((await ask(world.anonymous, { ...cookieOf(session), ...ownPage })).status).toBe(201);
    expect((await ask(await world.member('user', ['runs:write']))).status).toBe(201);
  });

  test('ends with the token and the session that made it', async () => {
    const client = await world.adminWith(['runs:write']);
    const byToken = await makePromiseToken({ admin: client }, site_id);
    const session = cookieOf(await signInToPages(world));
    const bySession = await ask(world.anonymous, { ...session, ...ownPage });
    if (bySession.status !== 201) throw new Error(bySession.text);
    const { promise_token } = bySession.body;
    expect([await isActive(byToken), await isActive(promise_token)]).toEqual([true, true]);
    await client.expect('revokeCurrentToken', 204);
    const headers = { ...session, ...ownPage };
    expect((await world.anonymous.call('deleteSession', { path: { domain: world.domain }, headers })).status).toBe(204);
    expect([await isActive(byToken), await isActive(promise_token)]).toEqual([false, false]);
  });

  test('ends with its account, and with its site', async () => {
    const member = await world.member('user');
    const ofMember = await makePromiseToken({ admin: member }, site_id);
    await world.admin.expect('deactivateUser', 200, { path: { user_id: member.userId } });
    const spare = await makeSite(world);
    const ofSite = await makePromiseToken(world, spare);
    await world.admin.expect('deleteSite', 200, { path: { site_id: spare } });
    expect([await isActive(ofMember), await isActive(ofSite)]).toEqual([false, false]);
  });
});

describe('403: whoever may have less than the account makes none', () => {
  test.each<[string, () => Promise<Client>]>([
    ['a child', () => childWith({})],
    ['a child of a repository', async () => childWith({ repository: (await makeSuite(world, 0)).repository })],
    ['a child whose calls are counted', () => childWith({ max_calls: 5 })],
    [
      'an account that only reads',
      async () => {
        const member = await world.member('user');
        await world.admin.expect('updateUser', 200, { path: { user_id: member.userId }, body: { read_only: true } });
        return member;
      },
    ],
    [
      'a legacy token',
      async () => {
        const { userId } = await world.member('user');
        const { token } = await world.admin.expect('createLegacyToken', 201, { path: { user_id: userId } });
        return createClient(world.url, token);
      },
    ],
  ])('%s', async (_, make) => {
    expect(failureOf(await ask(await make()), 403).code).toBe('forbidden');
  });

  test('a session of a token that was handed over', async () => {
    const headers = { ...cookieOf(await openSession(world)), ...ownPage };
    expect(failureOf(await ask(world.anonymous, headers), 403).code).toBe('forbidden');
  });

  test('another page’s request', async () => {
    const headers = { ...cookieOf(await signInToPages(world)), 'Sec-Fetch-Site': 'cross-site' };
    failureOf(await ask(world.anonymous, headers), 403);
  });
});

test('404: a site of another domain is as good as none', async () => {
  const foreign = { site_id: await makeSite(await openWorld()) };
  const missing = { site_id: 2_147_483_647 };
  const send = (body: { site_id: number }) => world.admin.call('createPromiseToken', { body });
  expectSameNotFound(await send(foreign), await send(missing));
});

test('409: none is made where they come from an issuer elsewhere', async () => {
  await using peer = await startPromiseIssuer();
  const { url, introspectionUrl, revocationUrl, clientId, clientSecret } = peer.settings;
  const server = await startOwnServer({
    ...{ SPCI_PROMISE_ISSUER_URL: url, SPCI_PROMISE_ISSUER_INTROSPECTION_URL: introspectionUrl },
    ...{ SPCI_PROMISE_ISSUER_REVOCATION_URL: revocationUrl, SPCI_PROMISE_ISSUER_CLIENT_ID: clientId },
    ...{
      SPCI_PROMISE_ISSUER_CLIENT_SECRET: clientSecret,
      SPCI_SEALING_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    },
  });
  try {
    const admin = await signIn(server.url, operatorEmail, operatorPassword, everyScope);
    const body = { site_id: await makeSite({ admin }) };
    expect(failureOf(await admin.call('createPromiseToken', { body }), 409).code).toBe('conflict');
    expect(peer.seen).toEqual([]);
  } finally {
    await server.stop();
  }
});

test.each([
  [{ site_id: 0 }, 'site_id'],
  [{ site_id: '1' }, 'site_id'],
  [{ purpose: 'login' }, 'purpose'],
  [{ purpose: null }, 'purpose'],
  [{ account_id: 1 }, 'account_id'],
])('400: %j', async (wrong, name) => {
  const raw = JSON.stringify({ site_id, ...wrong });
  expect(faultyFields(await callLoosely(world.admin, 'createPromiseToken', { raw }))).toEqual([`body.${name}`]);
});

describeGuard(() => world, 'createPromiseToken', { raw: '{"site_id":1}' }, { scope: 'runs:write' });
describeJsonBody(() => world, 'createPromiseToken');
