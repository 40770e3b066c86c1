import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../src/secrets.ts';
import type { Client } from '../harness/client.ts';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { sendRequest, type SentRequest } from '../harness/send-request.ts';
import { cookieIn, cookieOf, openSession } from '../harness/sessions.ts';
import { withDeprecatedToken } from '../harness/token-places.ts';
import { everyScope, openWorld, ordinaryScopes, unique, type Scope, type World } from '../harness/world.ts';

let world: World;
let session: string;
let credentials: Credentials;
/** A token of the operator with every scope but this one. */
const lacking = new Map<Scope, string>();
/** One that was good and was taken back, of each kind of which that can be. */
const revoked = new Map<DeclaredOperation['credential'], string>();

beforeAll(async () => {
  world = await openWorld();
  credentials = await liveCredentials(world);
  for (const scope of everyScope) {
    const client = await world.adminWith(everyScope.filter((other) => other !== scope));
    lacking.set(scope, client.token ?? '');
  }
  session = await openSession(world);
  revoked.set('account', await revokedToken());
  revoked.set('worker', await revokedWorkerToken());
});

async function revokedToken(): Promise<string> {
  const client = await world.adminWith(everyScope);
  await client.expect('getCurrentUser', 200);
  await client.expect('revokeCurrentToken', 204);
  return client.token ?? '';
}

async function revokedWorkerToken(): Promise<string> {
  const body = { name: unique('worker'), platforms: ['windows' as const] };
  const { worker_id, worker_token } = await world.operator.expect('createWorker', 201, { body });
  await world.operator.expect('revokeWorker', 204, { path: { worker_id } });
  return worker_token;
}

afterAll(() => credentials?.release());

async function send(operation: DeclaredOperation, token: string | undefined, request: SentRequest = {}) {
  const { path, query } = credentials.addressFor(operation);
  return sendRequest(world.url, operation, token, { path, query, ...request });
}

const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);
const opened = everyOperation.filter(({ credential }) => credential !== 'none');
const guarded = opened.filter(({ optional }) => !optional);
const byToken = opened.filter(({ credential }) => credential !== 'signature');
/** Pages take the tokens of accounts. */
const kindOf = ({ credential }: DeclaredOperation): string => (credential === 'browser' ? 'account' : credential);
const plain = 'Bearer realm="spci"';
const basic = 'Basic realm="spci", charset="UTF-8"';
const challengeOf = ({ credential }: DeclaredOperation): string => (credential === 'browser' ? basic : plain);
const refusalOf = ({ credential }: DeclaredOperation): string =>
  credential === 'browser' ? basic : `${plain}, error="invalid_token"`;
const ownPage = { 'Sec-Fetch-Site': 'same-origin' };

test('the operations that need no credential are these', () => {
  const open = everyOperation.filter(({ credential }) => credential === 'none').map(({ id }) => id);
  expect(open.sort()).toEqual([
    'completeGithubLink',
    'completePasswordReset',
    'createPasswordReset',
    'createSession',
    'createSignup',
    'createToken',
    'getAgentGuide',
    'getApiCatalog',
    'getChangelog',
    'getDescription',
    'getDescriptionAsJson',
    'getDocumentation',
    'getGithubConfirmation',
    'getGraph',
    'getHealth',
    'getHome',
    'getLiveness',
    'getMetrics',
    'getProblem',
    'getReadiness',
    'getSignInPage',
    'getStatusBadge',
    'listProblems',
    'setUpInstallation',
  ]);
});

describe('without a credential: 401 with the plain challenge', () => {
  test.each(named(guarded))('%s', async (_, operation) => {
    const methods = operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method];
    for (const method of methods) {
      const { status, headers, failure } = await send(operation, undefined, { method });
      expect([method, status, headers.get('www-authenticate')]).toEqual([method, 401, challengeOf(operation)]);
      if (method !== 'HEAD') expect(failure.code).toBe('unauthorized');
    }
  });
});

describe('with a token that opens nothing: 401 that says so', () => {
  test.each(named(byToken))('%s', async (_, operation) => {
    const good = credentials.tokenFor(operation) ?? '';
    const ofOtherKinds = byToken
      .filter((other) => kindOf(other) !== kindOf(operation))
      .map((other) => credentials.tokenFor(other));
    const last = good.endsWith('a') ? 'b' : 'a';
    const bad = [
      'garbage',
      newToken('spci'),
      newToken('spco'),
      newToken('spcw'),
      newToken('spcl'),
      good.slice(0, -1),
      `${good.slice(0, -1)}${last}`,
      `${good}a`,
      good.toUpperCase(),
      `${good},${good}`,
      `${good} ${good}`,
      ...new Set(ofOtherKinds),
      ...[revoked.get(operation.credential)].filter((token) => token !== undefined),
    ];
    for (const token of bad) {
      const { status, headers, failure, text } = await send(operation, token);
      const told = [token, status, failure.code, headers.get('www-authenticate')];
      expect(told).toEqual([token, 401, 'unauthorized', refusalOf(operation)]);
      expect(text).not.toContain('spc');
    }
  });
});

describe('a bad token is final: a good one in another place does not help', () => {
  const byAccount = guarded.filter(({ credential }) => credential === 'account');

  test.each(named(byAccount))('%s', async (_, operation) => {
    const good = world.operator.token ?? '';
    const headers = { 'X-SPCI-Access-Token': good };
    for (const token of ['garbage', newToken('spci')])
      expect((await send(operation, token, { headers })).status).toBe(401);
    expect((await send(operation, undefined, { headers: { 'X-SPCI-Access-Token': `${good}, ${good}` } })).status).toBe(
      401,
    );
  });

  test('a good one decides over a bad one behind it, and stands alone in either header', async () => {
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${world.url}/api/v1/runs`, { headers })).status;
    const good = world.admin.token ?? '';
    expect(await statusOf({ Authorization: `bearer ${good}`, 'X-SPCI-Access-Token': 'garbage' })).toBe(200);
    expect(await statusOf({ 'X-SPCI-Access-Token': good })).toBe(200);
    expect(await statusOf({ Authorization: 'Basic dTpw', 'X-SPCI-Access-Token': good })).toBe(200);
  });

  test.each(everyOperation.filter(({ credential }) => ['worker', 'lease'].includes(credential)).map(({ id }) => id))(
    '%s takes its token by Authorization only',
    async (id) => {
      const operation = everyOperation.find((candidate) => candidate.id === id);
      if (operation === undefined) throw new Error(id);
      const headers = { 'X-SPCI-Access-Token': credentials.tokenFor(operation) ?? '' };
      expect((await send(operation, undefined, { headers })).status).toBe(401);
    },
  );
});

describe('with a session that is none, or that a page of another origin sends', () => {
  const bySession = guarded.filter(({ takesSession }) => takesSession);

  test.each(named(bySession))('%s', async (_, operation) => {
    for (const stale of [newToken('spcs'), 'garbage', newToken('spci'), `${session}a`]) {
      const { status, headers } = await send(operation, undefined, { headers: { ...cookieOf(stale), ...ownPage } });
      expect([status, cookieIn(headers)]).toEqual([401, '']);
    }
    if (operation.method === 'GET') return;
    for (const from of [{}, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'null' }]) {
      const { status, failure } = await send(operation, undefined, { headers: { ...cookieOf(session), ...from } });
      expect([status, failure.code]).toEqual([403, 'forbidden']);
    }
  });
});

describe('with such a token in its address or its body: 401, which tells that this ends', () => {
  const elsewhere = opened.filter(({ takesQueryToken, takesBodyToken }) => takesQueryToken || takesBodyToken);

  test.each(named(elsewhere))('%s', async (_, operation) => {
    const { path, query } = credentials.addressFor(operation);
    for (const token of ['garbage', newToken('spci'), `${world.operator.token}a`]) {
      const { status, headers, text } = await sendRequest(
        ...([world.url, operation, undefined] as const),
        withDeprecatedToken(operation, { path, query }, token),
      );
      expect([status, headers.get('www-authenticate')]).toEqual([401, refusalOf(operation)]);
      for (const name of ['deprecation', 'sunset']) expect(headers.has(name)).toBe(true);
      expect(text).not.toContain(token);
    }
  });
});

describe('with every scope but one that is needed: 403 that names it', () => {
  const scoped = everyOperation.flatMap((operation) =>
    operation.scopes.map((scope: Scope) => [operation.id, scope, operation] as const),
  );

  test.each(scoped)('%s needs %s', async (_, scope, operation) => {
    const { status, headers, failure } = await send(operation, lacking.get(scope));
    expect([status, failure.code]).toEqual([403, 'forbidden']);
    expect(failure.details).toMatchObject({ required_scopes: operation.scopes, missing_scopes: [scope] });
    expect(headers.get('www-authenticate')).toBe(`${plain}, error="insufficient_scope", scope="${scope}"`);
  });
});

describe('with a role that may not: 403', () => {
  const ruled = everyOperation.filter(({ roles }) => roles.length > 0);
  const operated = everyOperation.filter(({ operator }) => operator);
  let user: Client;

  beforeAll(async () => {
    user = await world.member('user', ordinaryScopes);
  });

  test.each(named(ruled))('%s, by a user of the domain', async (_, operation) => {
    const { status, failure } = await send(operation, user.token);
    expect([status, failure.code]).toEqual([403, 'forbidden']);
  });

  test.each(named(operated))('%s, by an administrator who is not the operator', async (_, operation) => {
    const { status, failure } = await send(operation, world.admin.token);
    expect([status, failure.code]).toEqual([403, 'forbidden']);
  });
});
