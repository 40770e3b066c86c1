import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { awaitUses } from '../../harness/deprecated-uses.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { endedPreflight, endlessPreflight } from '../../harness/preflights.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { basicOf, byApplication, cookieIn, cookieOf, dashboardBy, openSession } from '../../harness/sessions.ts';
import { completeRun, makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, password, unique, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let session: string;
let failed: number;
let queued: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  session = await openSession(world);
  failed = (await completeRun(world, suite, 'not approved')).run_id;
  queued = (await queueRun(world, suite, 'windows', { branch: 'next/2' })).run_id;
});

type Query = Readonly<Record<string, string | number>>;
const page = (
  query: Query = {},
  headers: Readonly<Record<string, string>> = cookieOf(session),
  domain = world.domain,
) => callLoosely(world.anonymous, 'getDashboard', { path: { domain }, query, headers });
const textOf = async (query: Query = {}): Promise<string> => (await page(query)).text;
async function domainIdOf({ operator, domain }: World): Promise<number> {
  const domains = await everyPage((query) => operator.expect('listDomains', 200, { query }), 100);
  return domains.find(({ slug }) => slug === domain)?.domain_id ?? 0;
}
const linkOf = (id: number): string => `href="/api/v1/runs/${id}/explain"`;

describe('200', () => {
  test('shows how runs ended, what waits, the latest runs and the latest failures', async () => {
    const { status, headers, text } = await page();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("connect-src 'self'; form-action 'self'");
    for (const part of [linkOf(failed), linkOf(queued), suite.repository, 'next/2', '0 of 1'])
      expect(text).toContain(part);
    const [{ regression_test_id }] = suite.tests as [Suite['tests'][0]];
    expect(text).toContain(`href="/api/v1/runs/${failed}/results/${regression_test_id}/explain"`);
    const today = new Date().toISOString().slice(0, 10);
    expect(text).toContain(`aria-label="1 run on linux, 0 % passed, from`);
    expect(text).toContain(`<title>${today}: 0 passed, 1 failed, 0 others</title>`);
    expect(text).toContain(`<title>${today}: 0 passed, 0 failed, 1 others</title>`);
  });

  test('shows the latest preflights, with what they found or why they failed, and none where there is none', async () => {
    const one = await openWorld();
    const shown = async (own: string): Promise<string> => (await dashboardBy(one, own)).text;
    const own = await openSession(one);
    expect(await shown(own)).toContain('No preflight yet. <a href="/docs#/checking-pages-before-a-run"');
    const urls = [`${one.url}/livez`, `${one.url}/readyz`];
    const ended = await endedPreflight(one, { urls: urls.slice(0, 1) });
    const { values, release } = await endlessPreflight(one);
    const canceled = await endedPreflight(one, { urls });
    const text = await shown(own);
    await release();
    expect(text).not.toContain('No preflight yet.');
    const section = text.slice(text.indexOf('<h2>Latest preflights</h2>'));
    const rows = [
      ...section.matchAll(/<tr>\s+<th scope="row"><a href="([^"]+)">([^<]+)<\/a><\/th>\s+<td class="(\w+)">/g),
    ];
    const told = rows.map(([, href, pages, kind]) => [href, pages, kind]);
    const at = (id: string): string => `/${one.domain}/preflight/${id}`;
    expect(told).toEqual([
      [at(canceled), `${urls[0]} and 1 more`, 'other'],
      [at(values.job_id), expect.stringMatching(/\/0 and 49 more$/), 'other'],
      [at(ended), urls[0], 'other'],
    ]);
    expect(section).toContain('Completed: incomplete');
    expect(section).toContain('no finding');
    const { token } = await one.adminWith(['runs:read']);
    expect(await shown(await openSession(one, token))).not.toContain('Latest preflights');
  });

  test('is filtered by repository, branch, platform and period, alone and together', async () => {
    const shown = async (query: Query) => {
      const text = await textOf(query);
      return [text.includes(linkOf(failed)), text.includes(linkOf(queued))];
    };
    expect(await shown({ repository: suite.repository.toUpperCase() })).toEqual([true, true]);
    expect(await shown({ repository: `${unique('owner')}/tool` })).toEqual([false, false]);
    expect(await shown({ branch: 'next/2' })).toEqual([false, true]);
    expect(await shown({ platform: 'linux' })).toEqual([true, false]);
    expect(await shown({ platform: 'windows', branch: 'main' })).toEqual([false, false]);
    expect(await shown({ days: 1 })).toEqual([true, true]);
    expect(await shown({ repository: '', branch: '', platform: '', days: 7 })).toEqual([true, true]);
  });

  test('shows nothing of another domain', async () => {
    const stranger = await openWorld();
    const { text } = await dashboardBy(stranger, await openSession(stranger));
    expect(text).toContain('No run in this period.');
    expect(text).not.toContain(suite.repository);
  });

  test('what people named is text, whatever it looks like', async () => {
    const text = await textOf({ branch: 'a-b.c_d' });
    expect(text).toContain('value="a-b.c_d"');
    const tagged = await openWorld();
    const own = await makeSuite(tagged, 0);
    const sample = await tagged.admin.expect('createSample', 201, {
      ...{ query: { filename: '<b onclick=x>&.m2ts' }, raw: unique('sample') },
    });
    const outputs = [{ expected_filename: 'out.srt', correct_extension: '.srt' }];
    const body = { sample_id: sample.sample_id, command: '--x', categories: [own.category], active: true, outputs };
    const test = await tagged.admin.expect('createRegressionTest', 201, { body });
    await completeRun(tagged, { ...own, sample, tests: [test] }, 'not approved');
    const { text: shown } = await dashboardBy(tagged, await openSession(tagged));
    expect(shown).toContain('&lt;b onclick=x&gt;&amp;.m2ts');
    expect(shown).not.toContain('<b onclick');
  });

  test('a token shows it too, by its header, as an application credential or by Basic, and makes no session', async () => {
    const token = world.admin.token ?? '';
    const name = `*${token.slice(0, 16)}`;
    const ways = [{ 'X-Auth-Token': token }, byApplication(token), basicOf(name, token)];
    for (const own of [...ways, basicOf(`${name}@${world.domain.toUpperCase()}`, token)]) {
      const { status, headers } = await page({}, own);
      expect([status, cookieIn(headers)]).toEqual([200, undefined]);
    }
  });

  test('a header decides over the address, which is told of all the same', async () => {
    const { status, headers } = await page(
      { 'x-auth-token': newToken('spci') },
      { 'X-Auth-Token': world.admin.token ?? '' },
    );
    expect([status, cookieIn(headers)]).toEqual([200, undefined]);
    for (const name of ['deprecation', 'sunset', 'link']) expect(headers.has(name)).toBe(true);
  });

  test('e-mail and password show it, with the domain or without', async () => {
    for (const name of [world.adminEmail, `${world.adminEmail.toUpperCase()}@${world.domain}`]) {
      const { status, headers } = await page({}, basicOf(name, password));
      expect([status, cookieIn(headers)]).toEqual([200, undefined]);
    }
  });

  test('is that of a project, by the number of a repository, and of the domain that is meant', async () => {
    const other = await makeSuite(world, 0);
    const text = await textOf({ project_id: suite.repository_id, repository: other.repository });
    expect([text.includes(linkOf(failed)), text.includes(`value="${suite.repository}"`)]).toEqual([true, true]);
    expect(await textOf({ project_id: other.repository_id })).not.toContain(linkOf(failed));
    for (const domain_id of [world.domain, world.domain.toUpperCase(), await domainIdOf(world)])
      expect((await page({ domain_id })).status).toBe(200);
  });
});

describe('303', () => {
  test('whoever shows nothing and wants a page is sent to sign in', async () => {
    for (const headers of [{}, cookieOf(newToken('spcs')), cookieOf('garbage')]) {
      const answer = await page({}, { Accept: 'text/html,*/*;q=0.8', ...headers });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/${world.domain}/sign-in`]);
      expect(cookieIn(answer.headers)).toBe('');
    }
  });

  test('a token in the address becomes a session, and the address loses it', async () => {
    const token = world.admin.token ?? '';
    const answer = await page({ 'x-auth-token': token, branch: 'next/2', days: 7 }, {});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/${world.domain}/graph?branch=next%2F2&days=7`);
    for (const name of ['deprecation', 'sunset', 'link']) expect(answer.headers.has(name)).toBe(true);
    const own = cookieIn(answer.headers) ?? '';
    expect(own).toMatch(/^spcs_/);
    expect((await dashboardBy(world, own)).status).toBe(200);
    const [use] = await awaitUses(world, 1);
    expect(use).toMatchObject({ item: 'query.x-auth-token', operations: [{ operation_id: 'getDashboard' }] });
  });

  test('so does what the token was for, which the address then names', async () => {
    const given = { 'x-auth-token': world.admin.token ?? '', project_id: suite.repository_id, domain_id: world.domain };
    const to = async (query: Query) => (await page(query, {})).headers.get('location');
    expect(await to(given)).toBe(`/${world.domain}/graph?repository=${suite.repository}`);
    expect(await to({ days: 7, ...given, repository: 'owner/tool', branch: '' })).toBe(
      `/${world.domain}/graph?days=7&branch=&repository=${suite.repository}`,
    );
    expect(await to({ 'x-auth-token': world.admin.token ?? '' })).toBe(`/${world.domain}/graph`);
  });
});

describe('401', () => {
  test('a program is told what it lacks, and a token that is none is final', async () => {
    expect((await page({}, {})).status).toBe(401);
    const bad = newToken('spci');
    for (const headers of [{ 'X-Auth-Token': bad }, { 'X-Auth-Token': bad, Accept: 'text/html' }]) {
      const answer = await page({}, { ...cookieOf(session), ...headers });
      expect([answer.status, cookieIn(answer.headers)]).toEqual([401, '']);
    }
    const inAddress = await page({ 'x-auth-token': bad }, cookieOf(session));
    expect([inAddress.status, inAddress.headers.has('deprecation')]).toEqual([401, true]);
    expect(inAddress.text).not.toContain(bad);
  });

  test('whatever shows itself as a credential and is none is final, and is told like any other', async () => {
    const token = world.admin.token ?? '';
    const name = `*${token.slice(0, 16)}`;
    const other = newToken('spci');
    const tokens = [
      { ...byApplication(token), 'X-Application-Credential-Id': other.slice(0, 16) },
      { 'X-Application-Credential-Secret': token },
      { 'X-Application-Credential-Id': token.slice(0, 16) },
      byApplication(other),
      basicOf(`*${other.slice(0, 16)}`, token),
      basicOf(`${name}@default`, token),
      basicOf(world.adminEmail.split('@')[0] ?? '', password),
      { Authorization: 'Basic garbage' },
    ];
    const texts = new Set<string>();
    for (const bad of tokens) {
      const answer = await page({}, { ...cookieOf(session), Accept: 'text/html', ...bad });
      expect([bad, answer.status, cookieIn(answer.headers)]).toEqual([bad, 401, '']);
      texts.add(failureOf(answer, 401).message);
    }
    expect(texts.size).toBe(1);
    expect((await page({}, { 'X-Auth-Token': token, ...byApplication(other) })).status).toBe(200);
    expect((await page({}, { ...byApplication(token), Authorization: 'Basic garbage' })).status).toBe(200);
  });

  test('a password that is wrong, of another domain or of nobody is told alike', async () => {
    const stranger = await openWorld();
    const member = await world.member('user');
    await world.admin.expect('deactivateUser', 200, { path: { user_id: member.userId } });
    const tries = [
      basicOf(world.adminEmail, 'another one'),
      basicOf(stranger.adminEmail, password),
      basicOf(member.email, password),
      basicOf(`${unique('nobody')}@example.org`, password),
      basicOf(world.adminEmail, 'a'.repeat(1025)),
    ];
    for (const headers of tries) {
      const answer = await page({}, { ...headers, Accept: 'text/html' });
      const { code, message } = failureOf(answer, 401);
      expect([code, message]).toEqual(['invalid_credentials', 'E-mail or password is wrong.']);
      expect(answer.headers.get('x-ratelimit-limit')).not.toBeNull();
    }
    expect((await page({}, basicOf(`${world.adminEmail}@default`, password))).status).toBe(401);
  });

  test('asks for a name and a password, but never a script’s request', async () => {
    const asked = async (headers: Record<string, string>) => (await page({}, headers)).headers.get('www-authenticate');
    expect(await asked({})).toBe('Basic realm="spci", charset="UTF-8"');
    expect(await asked({ 'Sec-Fetch-Dest': 'document' })).toBe('Basic realm="spci", charset="UTF-8"');
    expect(await asked({ 'Sec-Fetch-Dest': 'empty' })).toBe('Bearer realm="spci"');
  });

  test('of another domain, by token or by session', async () => {
    const stranger = await openWorld();
    expect((await page({}, cookieOf(await openSession(stranger)))).status).toBe(401);
    for (const way of [{ 'X-Auth-Token': stranger.admin.token ?? '' }, byApplication(stranger.admin.token ?? '')])
      expect((await page({}, way)).status).toBe(401);
  });
});

test('403: a token that may not read runs', async () => {
  const { token = '' } = await world.adminWith(['system:read']);
  const { details } = failureOf(await page({}, { 'X-Auth-Token': token }), 403);
  expect(details).toMatchObject({ missing_scopes: ['runs:read'] });
});

test('403: another domain is meant', async () => {
  for (const domain_id of ['default', unique('domain'), 1]) {
    const answer = await page({ 'x-auth-token': world.admin.token ?? '', domain_id }, {});
    expect([answer.status, cookieIn(answer.headers)]).toEqual([403, undefined]);
  }
});

test('404: there is no such domain', async () => {
  expect((await page({}, cookieOf(session), unique('domain'))).status).toBe(404);
});

test('404: a repository of another domain is like one that does not exist', async () => {
  const { repository_id } = await makeSuite(await openWorld(), 0);
  expectSameNotFound(await page({ project_id: repository_id }), await page({ project_id: 2147483647 }));
});

test.each<[string, Query]>([
  ['query.days', { days: 0 }],
  ['query.days', { days: 91 }],
  ['query.platform', { platform: 'beos' }],
  ['query.branch', { branch: 'two words' }],
  ['query.repository', { repository: 'tool' }],
  ['query.project_id', { project_id: 'tool' }],
  ['query.domain_id', { domain_id: 'a.b' }],
  ['query.until', { until: 'today' }],
])('400: names %s in %j', async (field, query) => {
  expect(faultyFields(await page(query))).toEqual([field]);
});
