import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { newToken } from '../../../src/secrets.ts';
import { startLoopbackHost, type LoopbackHost } from '../../../src/testing/loopback-hosts.ts';
import { createClient } from '../../harness/client.ts';
import { awaitUses } from '../../harness/deprecated-uses.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { endedPreflight, endlessPreflight } from '../../harness/preflights.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { basicOf, byApplication, cookieIn, cookieOf, openSession, signInToPages } from '../../harness/sessions.ts';
import { openWorld, password, unique, type World } from '../../harness/world.ts';

let world: World;
let host: LoopbackHost;
let session: string;
/** Of a page that has a defect, one that redirects and one that is missing. */
let job_id: string;

const hostile = `<title>"><script>alert(1)</script></title><h2 id="x&quot;'<b>"><img src=x onerror=alert(2)></h2>
  <a href="/gone?&quot;&gt;<i>">gone</a><a href="javascript:alert(3)">here</a>`;

beforeAll(async () => {
  world = await openWorld();
  session = await openSession(world);
  host = await startLoopbackHost('127.0.0.11', ({ url = '', method }, response) => {
    if (url === '/redirects') return void response.writeHead(302, { location: '/roses' }).end();
    const isThere = url === '/roses';
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html' });
    response.end(method === 'HEAD' ? undefined : hostile);
  });
  const urls = ['/roses', '/redirects', '/missing'].map((path) => `${host.origin}${path}`);
  job_id = await endedPreflight(world, { urls, step: 'suggest' });
});
afterAll(async () => host[Symbol.asyncDispose]());

type Query = Readonly<Record<string, string | number>>;
type Headers = Readonly<Record<string, string>>;
const page = (query: Query = {}, headers: Headers = cookieOf(session), id = job_id, domain = world.domain) =>
  callLoosely(world.anonymous, 'getPreflightPage', { path: { domain, job_id: id }, query, headers });
const textOf = async (id = job_id, shown = session): Promise<string> => (await page({}, cookieOf(shown), id)).text;
const token = (): string => world.admin.token ?? '';

describe('200', () => {
  test('shows the job, its pages, audits and elements, and is kept by nobody', async () => {
    const { status, headers, text } = await page();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("connect-src 'self'; form-action 'self'");
    const { site_id } = await world.admin.expect('getPreflightJob', 200, { path: { job_id } });
    const { name } = await world.admin.expect('getSite', 200, { path: { site_id } });
    for (const part of [`<h1>Preflight of ${name}</h1>`, 'Completed: failed', 'Ada', '27 of 27', 'id="profiling"'])
      expect(text).toContain(part);
    for (const part of ['Read (status 200)', `Redirected to <a href="${host.origin}/roses"`, 'it is missing'])
      expect(text).toContain(part);
    for (const part of ['missing-h1', 'Status 404', 'page_redirected', 'SEO impact', 'No earlier preflight'])
      expect(text).toContain(part);
  });

  test('as every page of a stranger is: text, whatever it looks like', async () => {
    const text = await textOf();
    expect(text).toContain('alert(1)&lt;/script&gt;');
    for (const part of ['<script>alert', '<img', 'href="javascript:', '<i>']) expect(text).not.toContain(part);
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  test('beside the preflight before it', async () => {
    const again = await endedPreflight(world, { urls: [`${host.origin}/roses`] });
    const text = await textOf(again);
    expect(text).toContain(`href="/${world.domain}/preflight/${job_id}"`);
    expect(text).toMatch(/0 new,\s+0 fixed,\s+\d+ unchanged/);
  });

  test('while it is in progress: how far it is, and to whoever may, how it is ended', async () => {
    const { values, release } = await endlessPreflight(world);
    const reader = await world.member('user', ['runs:read', 'results:read']);
    const shown = async (headers: Headers) => (await page({}, headers, values.job_id)).text;
    const text = await shown(cookieOf(await signInToPages(world)));
    for (const part of [
      'tabindex="-1" data-live',
      '0 of 450',
      'Not looked at yet',
      'http-equiv="refresh"',
      'id="cancel"',
    ])
      expect(text).toContain(part);
    const others = [cookieOf(await openSession(world, reader.token)), { 'X-Auth-Token': token() }];
    for (const headers of others) expect(await shown(headers)).not.toContain('id="cancel"');
    const own = { ...cookieOf(session), 'Sec-Fetch-Site': 'same-origin' };
    const { status } = await world.anonymous.call('cancelPreflightJob', { path: values, headers: own });
    expect(status).toBe(200);
    await release();
    const ended = await textOf(values.job_id);
    for (const part of ['tabindex="-1" data-live', 'id="cancel"', 'http-equiv="refresh"'])
      expect(ended).not.toContain(part);
    expect(ended).toContain('>Canceled</p>');
  });

  test('a token shows it too, by its header, as an application credential or by Basic, and makes no session', async () => {
    const ways = [{ 'X-Auth-Token': token() }, byApplication(token()), basicOf(world.adminEmail, password)];
    for (const own of ways) {
      const { status, headers } = await page({}, own);
      expect([status, cookieIn(headers)]).toEqual([200, undefined]);
    }
  });

  test('a header decides over the address, which is told of all the same', async () => {
    const answer = await page({ 'x-auth-token': newToken('spci') }, { 'X-Auth-Token': token() });
    expect([answer.status, cookieIn(answer.headers)]).toEqual([200, undefined]);
    for (const name of ['deprecation', 'sunset', 'link']) expect(answer.headers.has(name)).toBe(true);
  });

  test('of the domain that is meant', async () => {
    expect((await page({ domain_id: world.domain.toUpperCase() })).status).toBe(200);
    expect((await page({}, cookieOf(session), job_id, world.domain.toUpperCase())).status).toBe(200);
  });
});

describe('303', () => {
  test('whoever shows nothing and wants a page is sent to sign in', async () => {
    for (const headers of [{}, cookieOf(newToken('spcs'))]) {
      const answer = await page({}, { Accept: 'text/html,*/*;q=0.8', ...headers });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/${world.domain}/sign-in`]);
      expect(cookieIn(answer.headers)).toBe('');
    }
  });

  test('a token in the address becomes a session, and the address loses it', async () => {
    const answer = await page({ 'x-auth-token': token(), domain_id: world.domain }, {});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/${world.domain}/preflight/${job_id}`);
    for (const name of ['deprecation', 'sunset', 'link']) expect(answer.headers.has(name)).toBe(true);
    expect((await page({}, cookieOf(cookieIn(answer.headers) ?? ''))).status).toBe(200);
    const [use] = await awaitUses(world, 1);
    expect(use).toMatchObject({ item: 'query.x-auth-token', operations: [{ operation_id: 'getPreflightPage' }] });
  });
});

describe('401', () => {
  test('a program is told what it lacks, and a token that is none is final', async () => {
    expect((await page({}, {})).status).toBe(401);
    const bad = newToken('spci');
    for (const headers of [{ 'X-Auth-Token': bad }, byApplication(bad), basicOf(world.adminEmail, 'another one')]) {
      const answer = await page({}, { ...cookieOf(session), ...headers, Accept: 'text/html' });
      expect([answer.status, cookieIn(answer.headers)]).toEqual([401, '']);
    }
    expect((await page({ 'x-auth-token': bad }, cookieOf(session))).status).toBe(401);
  });

  test('and the script of the page too, for which the browser asks nobody for a name', async () => {
    const answer = await page({}, { Accept: '*/*', 'Sec-Fetch-Dest': 'empty', ...cookieOf(newToken('spcs')) });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="spci"']);
  });

  test('of another domain, by token or by session', async () => {
    const stranger = await openWorld();
    const other = stranger.admin.token ?? '';
    for (const way of [cookieOf(await openSession(stranger)), { 'X-Auth-Token': other }, byApplication(other)])
      expect((await page({}, way)).status).toBe(401);
  });
});

test('403: a token that may not read results', async () => {
  const { token: other = '' } = await world.adminWith(['runs:read']);
  const { details } = failureOf(await page({}, { 'X-Auth-Token': other }), 403);
  expect(details).toMatchObject({ missing_scopes: ['results:read'] });
});

test('403: another domain is meant, and no session is made', async () => {
  for (const domain_id of ['default', unique('domain')]) {
    const answer = await page({ 'x-auth-token': token(), domain_id }, {});
    expect([answer.status, cookieIn(answer.headers)]).toEqual([403, undefined]);
  }
});

test('404: there is no such domain', async () => {
  expect((await page({}, cookieOf(session), job_id, unique('domain'))).status).toBe(404);
});

test('404: a job of another domain is like one that does not exist, and makes no session', async () => {
  const stranger = await openWorld();
  const theirs = await endedPreflight(stranger);
  expectSameNotFound(await page({}, cookieOf(session), theirs), await page({}, cookieOf(session), randomUUID()));
  const answer = await page({ 'x-auth-token': token() }, {}, theirs);
  expect([answer.status, cookieIn(answer.headers)]).toEqual([404, undefined]);
  const { status } = await callLoosely(createClient(world.url), 'getPreflightPage', {
    path: { domain: stranger.domain, job_id: theirs },
    headers: { 'X-Auth-Token': stranger.admin.token ?? '' },
  });
  expect(status).toBe(200);
});

test('400: an id that is none, and what the page does not take', async () => {
  expect(faultyFields(await page({}, cookieOf(session), '1'))).toEqual(['path.job_id']);
  expect(faultyFields(await page({ days: 7 }))).toEqual(['query.days']);
});
