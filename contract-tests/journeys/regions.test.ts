import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newToken, publicPrefixOf } from '../../src/secrets.ts';
import { createClient, type Client } from '../harness/client.ts';
import { callLoosely } from '../harness/loose-call.ts';
import { endlessPreflight } from '../harness/preflights.ts';
import { failureOf, faultyFields } from '../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../harness/operator.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { basicOf, cookieIn, cookieOf, openSession } from '../harness/sessions.ts';
import { everyScope, openWorld, password, signIn, unique, type Scope, type World } from '../harness/world.ts';

/** Two installations, of which one is the global region of the other. */
let peer: ServerProcess;
let server: ServerProcess;
let there: World;
let here: World;
/** By which the peer is asked. */
let own: Client;

beforeAll(async () => {
  peer = await startServerProcess();
  own = await signIn(peer.url, operatorEmail, operatorPassword, everyScope);
  const environment = { SPCI_GLOBAL_URL: peer.url, SPCI_GLOBAL_TOKEN: own.token ?? '' };
  server = await startServerProcess({ environment });
  there = await openWorld(peer.url);
  here = await openWorld(server.url);
});
afterAll(async () => {
  await server?.stop();
  await peer?.stop();
});

const reading: Scope[] = ['runs:read', 'results:read', 'system:read'];
const global = { 'X-Global-Region': 'true' };

interface Person {
  readonly email: string;
  readonly domain: string;
  /** Of the same account there. */
  readonly token: string;
}

/** An administrator of a new domain there, and of the domain of the same name here. */
async function personOfBoth(scopes: Scope[] = everyScope): Promise<Person> {
  const domain = unique('team');
  const email = `${domain}@example.org`;
  const body = { slug: domain, admin_name: 'Ada', admin_email: email, admin_password: password };
  for (const { operator } of [there, here]) await operator.expect('createDomain', 201, { body });
  return { domain, email, token: (await signIn(peer.url, email, password, scopes)).token ?? '' };
}

const clientBy = (token: string): Client => createClient(server.url, token);
const runsBy = (token: string, headers: Readonly<Record<string, string>> = global) =>
  clientBy(token).call('listRuns', { headers });

interface Visit {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

function handOver({ token, domain }: Pick<Person, 'token' | 'domain'>, { query = {}, headers = {} }: Visit) {
  const raw = new URLSearchParams({ 'x-auth-token': token }).toString();
  return callLoosely(here.anonymous, 'createSession', { path: { domain }, query, headers, raw });
}

const look = (domain: string, session: string, { query = { global: 'true' }, headers = {} }: Visit = {}) =>
  callLoosely(here.anonymous, 'getDashboard', {
    path: { domain },
    query,
    headers: { ...cookieOf(session), ...headers },
  });

async function globalSession(person: Person): Promise<string> {
  const { status, headers } = await handOver(person, { query: { global: 'true' } });
  expect(status).toBe(303);
  return cookieIn(headers) ?? '';
}

describe('a handoff', () => {
  test.each<[string, Visit]>([
    ['by the query', { query: { global: 'true' } }],
    ['by the query, over the header', { query: { global: ' YES ' }, headers: { 'X-Global-Region': 'false' } }],
    ['by the header', { headers: { 'X-Global-Region': '1' } }],
  ])('to the global region %s leads to its dashboard and stays there', async (_, visit) => {
    const person = await personOfBoth();
    const { status, headers } = await handOver(person, visit);
    expect([status, headers.get('location')]).toEqual([303, `/${person.domain}/graph?global=true`]);
    const page = await look(person.domain, cookieIn(headers) ?? '');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<input type="hidden" name="global" value="true" />');
    expect(page.text).toContain(`data-session="/${person.domain}/auth?global=true"`);
  });

  test('with global=false is of this installation, whatever the header says', async () => {
    const person = await personOfBoth();
    const visit = { query: { global: 'false' }, headers: global };
    expect((await handOver(person, visit)).status).toBe(401);
    const ownToken = (await signIn(server.url, person.email, password, ['runs:read'])).token ?? '';
    const { status, headers } = await handOver({ ...person, token: ownToken }, visit);
    expect([status, headers.get('location')]).toEqual([303, `/${person.domain}/graph`]);
  });

  test('by a token in the address keeps the region and loses the token', async () => {
    const { domain, token } = await personOfBoth();
    const query = { global: 'true', 'x-auth-token': token, days: '7' };
    const { status, headers } = await callLoosely(here.anonymous, 'getDashboard', { path: { domain }, query });
    expect([status, headers.get('location')]).toEqual([303, `/${domain}/graph?global=true&days=7`]);
    expect((await look(domain, cookieIn(headers) ?? '')).status).toBe(200);
  });

  test('leads to the page of a preflight as well, whose links stay there, and which it may not cancel', async () => {
    const { domain, email, token } = await personOfBoth();
    const admin = await signIn(server.url, email, password, everyScope);
    const { values, release } = await endlessPreflight({ admin, url: server.url });
    const path = { domain, job_id: values.job_id };
    const query = { global: 'true', 'x-auth-token': token };
    const { status, headers } = await callLoosely(here.anonymous, 'getPreflightPage', { path, query });
    const address = `/${domain}/preflight/${path.job_id}?global=true`;
    expect([status, headers.get('location')]).toEqual([303, address]);
    const visit = { path, query: { global: 'true' }, headers: cookieOf(cookieIn(headers) ?? '') };
    const page = await callLoosely(here.anonymous, 'getPreflightPage', visit);
    expect([page.status, page.text.includes(`data-sign-in="/${domain}/sign-in?global=true"`)]).toEqual([200, true]);
    expect(page.text).not.toContain('id="cancel"');
    expect((await look(domain, cookieIn(headers) ?? '')).text).toContain(`href="${address}"`);
    await release();
  });

  test('takes no password for the global region, whose sign-in page asks for a token', async () => {
    const { domain, email } = await personOfBoth();
    const raw = new URLSearchParams({ email, password }).toString();
    const given = { path: { domain }, query: { global: 'true' } };
    failureOf(await callLoosely(here.anonymous, 'createSession', { ...given, raw }), 401);
    const page = await callLoosely(here.anonymous, 'getSignInPage', given);
    expect(page.text).toContain(`action="/${domain}/auth?global=true" data-next="/${domain}/graph?global=true"`);
    expect(page.text).toContain('name="x-auth-token"');
    const visit = { ...given, headers: { Accept: 'text/html' } };
    const { status, headers } = await callLoosely(here.anonymous, 'getDashboard', visit);
    expect([status, headers.get('location')]).toEqual([303, `/${domain}/sign-in?global=true`]);
  });

  test('is where every way to a dashboard leads, by what the API knows a token by and by no password', async () => {
    const { domain, email, token } = await personOfBoth();
    const query = { global: 'on' };
    const named = basicOf(`${email}@${domain}`, password);
    for (const id of ['getHome', 'getGraph'] as const) {
      const { status, headers } = await callLoosely(here.anonymous, id, { query, headers: named });
      expect([status, headers.get('location')]).toEqual([302, `/${domain}/graph?global=true`]);
    }
    const visit = { path: { domain }, query: { ...query, 'x-auth-token': token } };
    const { status, headers } = await callLoosely(here.anonymous, 'getDomainHome', visit);
    expect([status, headers.get('location')]).toEqual([302, `/${domain}/graph?global=true`]);
    expect((await look(domain, cookieIn(headers) ?? '')).status).toBe(200);
    const byPrefix = basicOf(`*${publicPrefixOf(token)}`, token);
    for (const [shown, expected] of [[byPrefix, 200] as const, [named, 401] as const])
      expect((await look(domain, '', { headers: shown })).status).toBe(expected);
  });

  test('ends the session that the browser had, of whichever region', async () => {
    const person = await personOfBoth();
    const former = await globalSession(person);
    const session = await globalSession(person);
    const ownToken = (await signIn(server.url, person.email, password, ['runs:read'])).token ?? '';
    const { headers } = await handOver({ ...person, token: ownToken }, { headers: cookieOf(session) });
    expect((await look(person.domain, cookieIn(headers) ?? '', { query: {} })).status).toBe(200);
    expect((await look(person.domain, session)).status).toBe(401);
    expect((await look(person.domain, former)).status).toBe(200);
  });
});

describe('who a token of the global region is', () => {
  test('may read here, by token and by session, and nothing else', async () => {
    const person = await personOfBoth();
    expect((await runsBy(person.token)).status).toBe(200);
    const session = await globalSession(person);
    const bySession = { query: { global: 'true' }, headers: cookieOf(session) };
    expect((await callLoosely(here.anonymous, 'listRuns', bySession)).status).toBe(200);
    const client = clientBy(person.token);
    const body = { name: unique('category') };
    expect(failureOf(await client.call('createCategory', { body, headers: global }), 403).message).toContain('scope');
    expect((await client.call('listUsers', { headers: global })).status).toBe(403);
    for (const id of ['getCurrentUser', 'listTokens', 'getGithubLink'] as const)
      expect((await client.call(id, { headers: global })).status).toBe(401);
    const writer = await personOfBoth([...reading, 'runs:write']);
    failureOf(await clientBy(writer.token).call('createTag', { body: { name: unique('tag') }, headers: global }), 403);
  });

  test('needs the account here, active and in the domain of the same name', async () => {
    const person = await personOfBoth();
    const stranger = await there.member('contributor');
    expect((await runsBy(stranger.token ?? '')).status).toBe(401);
    const { domain, email } = await personOfBoth();
    const admin = await signIn(server.url, email, password, everyScope);
    const member = () =>
      ({ name: unique('Eve'), email: `${unique('eve')}@example.org`, password, role: 'tester' }) as const;
    const elsewhere = member();
    await admin.expect('createUser', 201, { body: elsewhere });
    await there.admin.expect('createUser', 201, { body: elsewhere });
    expect((await runsBy((await signIn(peer.url, elsewhere.email, password, reading)).token ?? '')).status).toBe(401);
    const known = member();
    const { user_id } = await admin.expect('createUser', 201, { body: known });
    await (await signIn(peer.url, email, password, everyScope)).expect('createUser', 201, { body: known });
    const token = (await signIn(peer.url, known.email, password, reading)).token ?? '';
    expect((await runsBy(token)).status).toBe(200);
    await admin.expect('deactivateUser', 200, { path: { user_id } });
    expect((await runsBy(token)).status).toBe(401);
    expect((await handOver({ ...person, domain }, { query: { global: 'true' } })).status).toBe(401);
  });

  test('shows the runs of the domain here', async () => {
    const { domain, email, token } = await personOfBoth();
    const admin = await signIn(server.url, email, password, everyScope);
    await admin.expect('createTag', 201, { body: { name: 'of-this-domain' } });
    const { data } = await clientBy(token).expect('listTags', 200, { headers: global });
    expect([domain, data.map(({ name }) => name)]).toEqual([domain, ['of-this-domain']]);
  });
});

describe('regions are apart', () => {
  test('a token that was just verified in one is nobody’s in the other', async () => {
    const { token, email } = await personOfBoth();
    expect((await runsBy(token)).status).toBe(200);
    expect((await runsBy(token, {})).status).toBe(401);
    const ownToken = (await signIn(server.url, email, password, ['runs:read'])).token ?? '';
    expect((await runsBy(ownToken, {})).status).toBe(200);
    expect((await runsBy(ownToken)).status).toBe(401);
  });

  test('a session of one is none in the other, and its cookie is cleared', async () => {
    const person = await personOfBoth();
    const session = await globalSession(person);
    expect((await look(person.domain, session)).status).toBe(200);
    for (const query of [{}, { global: 'false' }]) {
      const { status, headers } = await look(person.domain, session, { query });
      expect([status, cookieIn(headers)]).toEqual([401, '']);
    }
    const ownToken = (await signIn(server.url, person.email, password, ['runs:read'])).token;
    const ownSession = await openSession({ ...here, domain: person.domain }, ownToken);
    expect((await look(person.domain, ownSession, { query: {} })).status).toBe(200);
    const { status, headers } = await look(person.domain, ownSession, { headers: { Accept: 'application/json' } });
    expect([status, cookieIn(headers)]).toEqual([401, '']);
  });

  test('signing out ends the session in its own region', async () => {
    const person = await personOfBoth();
    const session = await globalSession(person);
    const signOut = (query: Readonly<Record<string, string>>) =>
      callLoosely(here.anonymous, 'deleteSession', {
        ...{ path: { domain: person.domain }, query },
        headers: { ...cookieOf(session), 'Sec-Fetch-Site': 'same-origin' },
      });
    expect((await signOut({})).status).toBe(401);
    expect((await look(person.domain, session)).status).toBe(200);
    expect((await signOut({ global: 'true' })).status).toBe(204);
    expect((await look(person.domain, session)).status).toBe(401);
  });
});

describe('what is said of the region', () => {
  test('is refused by its name, before any credential is looked at', async () => {
    const path = { domain: 'default' };
    const unknown = { path, query: { global: 'maybe' } };
    for (const id of ['createSession', 'getSignInPage', 'getDashboard'] as const)
      expect(faultyFields(await callLoosely(here.anonymous, id, unknown))).toEqual(['query.global']);
    const headers = { 'X-Global-Region': 'maybe' };
    expect(faultyFields(await here.anonymous.call('listRuns', { headers }))).toEqual(['headers.x-global-region']);
  });

  test('is unavailable where no global region is configured, and left alone where no account is asked for', async () => {
    const asked = { headers: global };
    expect(failureOf(await there.admin.call('listRuns', asked), 503).code).toBe('unavailable');
    const page = { path: { domain: 'default' }, ...asked };
    expect(failureOf(await there.anonymous.call('getSignInPage', page), 503).code).toBe('unavailable');
    expect((await there.anonymous.call('getLiveness', asked)).status).toBe(200);
    expect((await there.admin.call('listRuns', { headers: { 'X-Global-Region': 'no' } })).status).toBe(200);
  });
});

/** Asks until it is so; what lets it is bounded by the server, and the test by its own timeout. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(200);
}

describe('what happens at the peer', () => {
  test('a token that is revoked there opens nothing any more, nor does its session', async () => {
    const person = await personOfBoth();
    const session = await globalSession(person);
    expect((await look(person.domain, session)).status).toBe(200);
    expect((await runsBy(person.token)).status).toBe(200);
    await createClient(peer.url, person.token).expect('revokeCurrentToken', 204);
    await until(async () => (await runsBy(person.token)).status === 401);
    await until(async () => Number((await look(person.domain, session)).status) === 401);
    expect((await look(person.domain, session)).status).toBe(401);
  });

  test('where it refuses this installation or is gone, what is of this installation goes on', async () => {
    const person = await personOfBoth();
    const session = await globalSession(person);
    await own.expect('revokeCurrentToken', 204);
    const isUnavailable = async () => {
      const answer = await runsBy(newToken('spci'));
      return failureOf(answer, 503).code === 'unavailable' && answer.headers.get('retry-after') === '1';
    };
    expect(await isUnavailable()).toBe(true);
    await until(async () => Number((await look(person.domain, session)).status) === 503);
    await peer.stop();
    expect(await isUnavailable()).toBe(true);
    expect((await look(person.domain, session)).status).toBe(503);
    expect((await here.admin.call('listRuns')).status).toBe(200);
    const secrets = [own.token ?? '', person.token, session];
    const logs = server.output() + peer.output();
    expect(secrets.filter((secret) => secret === '' || logs.includes(secret))).toEqual([]);
    expect(server.output()).toContain('The global region does not say whose token that is');
  });
});
