import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { settingsFrom } from '../config.ts';
import type { AppContext } from '../context.ts';
import type { DeprecatedUse } from '../deprecations.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { createAccount } from '../features/accounts/account-creation.ts';
import { issueLegacyToken } from '../features/tokens/legacy-tokens.ts';
import { mintToken } from '../features/tokens/token-minting.ts';
import { revokeTokenBy } from '../features/tokens/token-revocation.ts';
import { endSession, openSession } from '../features/tokens/sessions.ts';
import { createTokenVerifier } from '../features/tokens/token-verification.ts';
import type { AskPeer } from '../peer/introspection.ts';
import type { Scope } from '../principal.ts';
import { newKey, newToken, publicPrefixOf } from '../secrets.ts';
import { sessionCleared, sessionCookie } from '../session-cookie.ts';
import { openMigrated } from '../testing/migrated-database.ts';
import { createApp } from './app.ts';
import { createListener } from './listener.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimiter } from './rate-limit.ts';

const active = newKey();
const keys = { active, all: [active] };
const lines: string[] = [];
const logger = pino({ level: 'debug' }, { write: (line) => void lines.push(line) });
const uses: DeprecatedUse[] = [];
const servers: ReturnType<typeof createListener>[] = [];

let database: OpenDatabase;
let port: number;
let legacy: string;

/** What a source may hold, and how it is answered when it decides. */
const states = ['malformed', 'unknown', 'expired', 'revoked', 'under-scoped', 'valid'] as const;
type State = (typeof states)[number];
const tokens = { malformed: 'two words', unknown: newToken('spci') } as Record<State, string>;
/** What the cookie holds in each of them. */
const sessions = { malformed: 'two words', unknown: newToken('spcs') } as Record<State, string>;
const answered: Record<State, number> = {
  ...{ malformed: 401, unknown: 401, expired: 401, revoked: 401, 'under-scoped': 403, valid: 200 },
};

async function start(environment: Readonly<Record<string, string>> = {}, askPeer?: AskPeer) {
  const limits = 'read=100000/60,write=100000/60';
  const settings = settingsFrom({ SPCI_PUBLIC_URL: 'https://ci.example.org', SPCI_LIMITS: limits, ...environment });
  const context: Partial<AppContext> = { db: database.db, keys, settings, logger };
  const limiter = createRateLimiter(settings.limits);
  const metrics = createMetrics();
  const server = createListener();
  const parts = {
    context: context as AppContext,
    limiter,
    metrics,
    tokens: createTokenVerifier({ ...database, keys, askPeer, legacyTokens: settings.legacyTokens }),
    recordDeprecatedUse: (use: DeprecatedUse) => void uses.push(use),
  };
  server.on('request', createApp(parts)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  const address = server.address();
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, metrics };
}

beforeAll(async () => {
  database = await openMigrated();
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  const account = await createAccount(database.db, 1, { ...person, role: 'admin' });
  const mint = (token_name: string, scopes: Scope[]) =>
    mintToken({ db: database.db, keys }, account, { token_name, expires_in_days: 7, scopes });
  const both: Scope[] = ['runs:read', 'runs:write'];
  const [valid, expired, revoked] = [
    await mint('valid', both),
    await mint('expired', both),
    await mint('revoked', both),
  ];
  Object.assign(tokens, { valid: valid.token, expired: expired.token, revoked: revoked.token });
  tokens['under-scoped'] = (await mint('small', ['system:read'])).token;
  await expire(expired.row.id);
  const owner = { accountId: account.id, domainId: 1, role: 'user' } as Parameters<typeof revokeTokenBy>[1];
  await revokeTokenBy(database.db, owner, revoked.row.id);
  const settings = settingsFrom({ SPCI_LEGACY_TOKENS: 'on' });
  legacy = (await issueLegacyToken({ db: database.db, keys, settings }, owner, account.id)).token;
  await openSessions(account.id, both);
  ({ port } = await start());
});

async function expire(id: number): Promise<void> {
  const past = new Date(Date.now() - 1000).toISOString();
  await database.db.updateTable('api_tokens').set({ expires_at: past }).where('id', '=', id).execute();
}

async function openSessions(account_id: number, scopes: readonly Scope[]): Promise<void> {
  const open = (held: readonly Scope[]) => openSession({ db: database.db, keys }, { account_id }, held);
  const idOf = async (session: string): Promise<number> => {
    const rows = database.db.selectFrom('api_tokens').select('id').where('token_prefix', '=', publicPrefixOf(session));
    return (await rows.executeTakeFirstOrThrow()).id;
  };
  const [valid, expired, revoked] = [await open(scopes), await open(scopes), await open(scopes)];
  Object.assign(sessions, { valid, expired, revoked, 'under-scoped': await open(['system:read']) });
  await expire(await idOf(expired));
  await endSession(database.db, await idOf(revoked));
}
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await database.close();
});

interface Sent {
  readonly authorization?: string | readonly string[];
  readonly header?: string | readonly string[];
  /** As it stands in the address. */
  readonly query?: string;
  readonly body?: unknown;
  readonly session?: string;
  readonly to?: number;
}

/** A read, or a write where there is a body. */
async function send({ authorization, header, query, body, session, to = port }: Sent) {
  const reads = '/api/v1/repositories';
  const headers = {
    ...(authorization === undefined ? {} : { Authorization: authorization }),
    ...(header === undefined ? {} : { 'X-SPCI-Access-Token': header }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    // As a page of the server sends it.
    ...(session === undefined ? {} : { Cookie: `${sessionCookie}=${session}`, 'Sec-Fetch-Site': 'same-origin' }),
  };
  const path = `${body === undefined ? reads : '/api/v1/tags'}${query === undefined ? '' : `?${query}`}`;
  const method = body === undefined ? 'GET' : 'POST';
  const sent = request({ host: '127.0.0.1', port: to, method, path, headers: headers as Record<string, string[]> });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const text = (await json(answer)) as { code?: string; details?: { fields?: object } };
  // Another tag of the same name: only whoever may write gets so far.
  const status = answer.statusCode === 201 || answer.statusCode === 409 ? 200 : answer.statusCode;
  return { status, headers: answer.headers, ...text };
}

const asSource = {
  authorization: (token: string): Sent => ({ authorization: `Bearer ${token}` }),
  header: (token: string): Sent => ({ header: token }),
  query: (token: string): Sent => ({ query: `access_token=${encodeURIComponent(token)}` }),
  body: (token: string): Sent => ({ body: { access_token: token, name: 'cea-608' } }),
  cookie: (session: string): Sent => ({ session }),
};
const inOrder = ['authorization', 'header', 'query', 'body', 'cookie'] as const;
type Source = (typeof inOrder)[number];
const pairs = inOrder.flatMap((first, index) => inOrder.slice(index + 1).map((second) => [first, second] as const));
/** A read has no body, and a write takes no token from its address. */
const possible = pairs.filter(([first, second]) => !(first === 'query' && second === 'body'));
const held = (source: Source, state: State): Sent =>
  asSource[source](source === 'cookie' ? sessions[state] : tokens[state]);

describe.each(possible)('%s before %s', (first, second) => {
  const name = { name: 'cea-608' };
  const sentBoth = (one: Sent, other: Sent): Sent => {
    const both = { ...one, ...other };
    return second === 'body' && both.body === undefined ? { ...both, body: name } : both;
  };

  test.each(states)('%s in the first decides, whatever is in the second', async (state) => {
    for (const other of [undefined, ...states]) {
      const sent = sentBoth(held(first, state), other === undefined ? {} : held(second, other));
      const { status, headers } = await send(sent);
      // A session that nobody looked at is not ended.
      expect([other, status, headers['set-cookie']]).toEqual([other, answered[state], undefined]);
    }
  });

  test.each(states)('nothing in the first leaves it to %s in the second', async (state) => {
    for (const empty of [{}, asSource[first]('')]) {
      const { status, headers } = await send(sentBoth(empty, held(second, state)));
      const isCleared = second === 'cookie' && answered[state] === 401;
      expect([status, headers['set-cookie']]).toEqual([answered[state], isCleared ? [sessionCleared] : undefined]);
    }
    expect((await send(sentBoth({}, {}))).status).toBe(401);
  });
});

test('a session that is none leaves a request as one that shows nothing', async () => {
  const plain = await send({});
  for (const state of ['malformed', 'unknown', 'expired', 'revoked'] as const) {
    const { headers } = await send(held('cookie', state));
    expect(headers['www-authenticate']).toBe(plain.headers['www-authenticate']);
  }
});

test('a legacy token stands where others do, and is unknown where it is switched off', async () => {
  const { port: to } = await start({ SPCI_LEGACY_TOKENS: 'on' });
  const statuses = { authorization: 200, header: 200, query: 200, body: 403 };
  for (const [source, status] of Object.entries(statuses)) {
    const sent = asSource[source as keyof typeof statuses](legacy);
    expect((await send({ ...sent, to })).status).toBe(status);
    expect((await send(sent)).status).toBe(401);
  }
});

describe('what is no single text is malformed and final', () => {
  test.each<[string, () => Sent]>([
    ['two Authorization lines', () => ({ authorization: [`Bearer ${tokens.valid}`, `Bearer ${tokens.valid}`] })],
    ['two token headers', () => ({ header: [tokens.valid, tokens.valid] })],
    ['a comma in a header', () => ({ header: `${tokens.valid},${tokens.valid}` })],
    ['a repeated parameter', () => ({ query: `access_token=${tokens.valid}&access_token=${tokens.valid}` })],
    ['an array in the address', () => ({ query: `access_token[]=${tokens.valid}` })],
    ['an object in the address', () => ({ query: `access_token%5B%24ne%5D=x` })],
    ['an array beside a good one', () => ({ query: `access_token=${tokens.valid}&access_token[0]=x` })],
    ['an array in the body', () => ({ body: { access_token: [tokens.valid], name: 'cea-608' } })],
    ['an object in the body', () => ({ body: { access_token: { $ne: '' }, name: 'cea-608' } })],
    ['null in the body', () => ({ body: { access_token: null, name: 'cea-608' } })],
    ['a number in the body', () => ({ body: { access_token: 7, name: 'cea-608' } })],
  ])('%s', async (_, sent) => {
    expect(await send(sent())).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  test('a scheme in any case is one, and another scheme is absent', async () => {
    expect((await send({ authorization: `bEARER ${tokens.valid}` })).status).toBe(200);
    expect((await send({ authorization: 'Basic dTpw', header: tokens.valid })).status).toBe(200);
    expect((await send({ authorization: 'Basic dTpw' })).status).toBe(401);
  });

  test('a body that is no object, or no JSON, holds no token', async () => {
    for (const body of [[{ access_token: tokens.valid }], 'text', null])
      expect(await send({ body })).toMatchObject({ status: 401 });
  });
});

describe('a token where it should not be', () => {
  const dates = { deprecation: `@${Date.parse('2026-11-29') / 1000}`, sunset: 'Mon, 29 Nov 2027 00:00:00 GMT' };

  test('is answered with when that ends, whether it is good, bad or not even used', async () => {
    for (const token of Object.values(tokens)) {
      expect((await send(asSource.query(token))).headers).toMatchObject(dates);
      expect((await send(asSource.body(token))).headers).toMatchObject(dates);
    }
    const authorization = `Bearer ${tokens.valid}`;
    expect((await send({ authorization, ...asSource.query(tokens.valid) })).headers).toMatchObject(dates);
    expect((await send({ authorization, ...asSource.body(tokens.valid) })).headers).toMatchObject(dates);
    expect((await send({ authorization })).headers).not.toHaveProperty('deprecation');
    expect((await send({ authorization, body: { name: 'cea-608' } })).headers).not.toHaveProperty('deprecation');
  });

  test('is recorded once for each request, with whose token it was', async () => {
    uses.length = 0;
    const authorization = `Bearer ${tokens.valid}`;
    await send(asSource.query(tokens.valid));
    await send({ ...asSource.query(tokens['under-scoped']) });
    await send(asSource.body(tokens.valid));
    await send({ authorization, ...asSource.body('two words') });
    for (const state of ['malformed', 'unknown', 'expired', 'revoked'] as const)
      await send(asSource.query(tokens[state]));
    await send({ authorization, body: { name: 'cea-608' } });
    const own = { domainId: 1, tokenId: uses[0]?.tokenId, userAgent: undefined };
    const inQuery = { operationId: 'listRepositories', items: ['query.access_token'] };
    const inBody = { ...own, operationId: 'createTag', items: ['body.access_token'] };
    expect(uses).toEqual([{ ...own, ...inQuery }, expect.objectContaining(inQuery), inBody, inBody]);
    expect(uses[1]?.tokenId).not.toBe(own.tokenId);
  });

  test('ends on the day that the installation says', async () => {
    const own = await start({ SPCI_QUERY_TOKENS_SUNSET: '2027-01-31' });
    const { headers } = await send({ ...asSource.query(tokens.valid), to: own.port });
    expect(headers).toMatchObject({ ...dates, sunset: 'Sun, 31 Jan 2027 00:00:00 GMT' });
  });

  test('is counted, and noted without its value', async () => {
    const own = await start();
    lines.length = 0;
    await send({ ...asSource.query(tokens.valid), to: own.port });
    await send({ ...asSource.body('two words'), to: own.port });
    await send({ ...asSource.header(tokens.valid), to: own.port });
    const noted = lines.map((line) => JSON.parse(line) as object).filter((line) => 'source' in line);
    expect(noted).toMatchObject([
      { level: 30, operation: 'listRepositories', source: 'query', msg: 'deprecated token source' },
      { level: 30, operation: 'createTag', source: 'body' },
    ]);
    expect(await own.metrics.render()).toContain('spci_deprecated_token_sources_total{source="query"} 1');
    expect(lines.join('')).not.toContain(tokens.valid);
  });

  test('is refused in the address where that is switched off, and nowhere else', async () => {
    const { port: to } = await start({ SPCI_QUERY_TOKENS: 'off' });
    expect((await send({ ...asSource.query(tokens.valid), to })).status).toBe(401);
    expect((await send({ ...asSource.query(tokens.valid), ...asSource.header(tokens.valid), to })).status).toBe(200);
    expect((await send({ ...asSource.body(tokens.valid), to })).status).toBe(200);
  });

  test('is a member like any other where the operation takes none, and its value is not told', async () => {
    const authorization = `Bearer ${tokens.valid}`;
    const query = `access_token=${tokens.valid}`;
    const answer = await send({ authorization, query, body: { name: 'cea-608' } });
    expect(answer).toMatchObject({ status: 400, details: { fields: { 'query.access_token': expect.any(Array) } } });
    expect(JSON.stringify(answer)).not.toContain(tokens.valid);
  });

  test('leaves the rest of the address and of the body as it was', async () => {
    const answer = await send({ query: `limit=0&access_token=${tokens.valid}` });
    expect(answer).toMatchObject({ status: 400, details: { fields: { 'query.limit': expect.any(Array) } } });
    const other = await send({ body: { access_token: tokens.valid, name: 'cea-608', colour: 'red' } });
    expect(other.details?.fields).toEqual({ 'body.colour': expect.any(Array) });
  });
});

test('an address has the global region asked about no more tokens than it may send requests', async () => {
  const asked: string[] = [];
  const region = { SPCI_GLOBAL_URL: 'https://global.example.org', SPCI_GLOBAL_TOKEN: newToken('spci') };
  const limits = { SPCI_LIMITS: 'read=3/3600' };
  const { port: to } = await start({ ...region, ...limits }, async (token) => void asked.push(token));
  const statuses = [];
  for (const word of ['true', 'maybe', 'true', 'true', 'true', 'maybe']) {
    const guess = asSource.authorization(newToken('spci'));
    statuses.push((await send({ ...guess, query: `global=${word}`, to })).status);
  }
  expect(statuses).toEqual([401, 400, 401, 429, 429, 429]);
  expect(asked).toHaveLength(2);
});
