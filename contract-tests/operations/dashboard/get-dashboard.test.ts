import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { cookieIn, cookieOf, dashboardBy, openSession } from '../../harness/sessions.ts';
import { completeRun, makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

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

  test('a token in the header shows it too, and makes no session', async () => {
    const { status, headers } = await page({}, { 'X-Auth-Token': world.admin.token ?? '' });
    expect([status, cookieIn(headers)]).toEqual([200, undefined]);
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

  test('of another domain, by token or by session', async () => {
    const stranger = await openWorld();
    expect((await page({}, cookieOf(await openSession(stranger)))).status).toBe(401);
    expect((await page({}, { 'X-Auth-Token': stranger.admin.token ?? '' })).status).toBe(401);
  });
});

test('403: a token that may not read runs', async () => {
  const { token = '' } = await world.adminWith(['system:read']);
  const { details } = failureOf(await page({}, { 'X-Auth-Token': token }), 403);
  expect(details).toMatchObject({ missing_scopes: ['runs:read'] });
});

test('404: there is no such domain', async () => {
  expect((await page({}, cookieOf(session), unique('domain'))).status).toBe(404);
});

test.each<[string, Query]>([
  ['query.days', { days: 0 }],
  ['query.days', { days: 91 }],
  ['query.platform', { platform: 'beos' }],
  ['query.branch', { branch: 'two words' }],
  ['query.repository', { repository: 'tool' }],
  ['query.until', { until: 'today' }],
])('400: names %s in %j', async (field, query) => {
  expect(faultyFields(await page(query))).toEqual([field]);
});
