import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startLoopbackHost, type LoopbackHost } from '../../../src/testing/loopback-hosts.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { beginPreflight, endedPreflight, endlessPreflight, endOfPreflight, siteAt } from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let host: LoopbackHost;

/** A text that no database takes as it is: a NUL, half a character, and more of it than anybody reads. */
const oddTitle = `\u0000\ud800${'long '.repeat(5_000)}`;

const hardPage = `<html lang="en"><title>Roses</title><h1>Roses</h1><p>${'Institutionalized internationalization necessitates incomprehensible interdisciplinary characterization '.repeat(3)}.</p>`;

const linkingPage = '<title>Roses</title><h1>Roses</h1><a href="/missing?1">1</a><a href="/missing?2">2</a>';

beforeAll(async () => {
  world = await openWorld();
  host = await startLoopbackHost('127.0.0.6', ({ url = '', method }, response) => {
    if (url === '/redirects') return void response.writeHead(302, { location: '/a' }).end();
    if (url.startsWith('/missing')) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const title = url === '/odd' ? oddTitle : 'Roses';
    if (url === '/hard') return void response.end(method === 'HEAD' ? undefined : hardPage);
    if (url === '/linking') return void response.end(method === 'HEAD' ? undefined : linkingPage);
    const links = url === '/odd' ? `<a href="/missing#${'x'.repeat(20_000)}">a</a>` : '';
    response.end(method === 'HEAD' ? undefined : `<title>${title}</title><h2>Roses</h2>${links}`);
  });
});
afterAll(async () => host[Symbol.asyncDispose]());

const jobOf = async (paths: readonly string[], step = 'identify') =>
  endOfPreflight(world, await beginPreflight(world, { urls: paths.map((path) => `${host.origin}${path}`), step }));

test('200: what was found, page by page, audit by audit, and how long it took', async () => {
  const job = await jobOf(['/a/', '/missing', '/b'], 'suggest');
  expect(job).toMatchObject({
    ...{ status: 'completed', attempt: 1, result_type: 'inline', progress: { audits_done: 27, audits_total: 27 } },
    profiling: { total: expect.stringMatching(/^\d+\.\d\d seconds$/), breakdown: expect.any(Array) },
  });
  expect(job.profiling?.breakdown.map(({ name }) => name)).toContain('dom');
  expect(job.result.map(({ page_url, step, state, status }) => [page_url, step, state, status])).toEqual([
    [`${host.origin}/a`, 'suggest', 'read', 200],
    [`${host.origin}/missing`, 'suggest', 'missing', 404],
    [`${host.origin}/b`, 'suggest', 'read', 200],
  ]);
  const [read, missing] = job.result;
  const names = ['body-size', 'lorem-ipsum', 'h1-count', 'canonical', 'metatags', 'links', 'headings', 'readability'];
  expect(read?.audits.map(({ name }) => name)).toEqual([...names, 'accessibility']);
  expect(read?.audits.find(({ name }) => name === 'h1-count')).toMatchObject({
    ...{ type: 'seo', state: 'issues', checks: [] },
    opportunities: [{ check: 'missing-h1', seo_impact: 'High', issues: [], elements: [], html_with_issues: [] }],
  });
  expect(new Set(missing?.audits.map(({ state, reason }) => `${state} ${reason?.code}`))).toEqual(
    new Set(['not_run page_missing']),
  );
  expect(Date.parse(job.record_expires_at) - Date.parse(job.created_at)).toBe(7 * 86_400_000);
});

test('200: that nothing is proposed for a text that the rules here cannot make easier', async () => {
  const { result } = await jobOf(['/hard'], 'suggest');
  const text = result[0]?.audits.find(({ name }) => name === 'readability')?.opportunities[0];
  expect(text).toMatchObject({
    ...{ check: 'poor-readability', language: 'en', flesch_reading_ease: expect.any(Number) },
    ...{ suggestion_status: 'excluded', exclusion_reason: 'no_suggestion' },
  });
});

test('200: every link that is broken, and how many there are', async () => {
  const { result } = await jobOf(['/linking']);
  const { opportunities = [] } = result[0]?.audits.find(({ name }) => name === 'links') ?? {};
  const broken = opportunities.find(({ check }) => check === 'broken-internal-links');
  expect([broken?.issue_count, broken?.issues.map(({ url }) => url)]).toEqual([
    2,
    [`${host.origin}/missing?1`, `${host.origin}/missing?2`],
  ]);
});

test('200: where a page leads, and no finding of it', async () => {
  const { result } = await jobOf(['/a', '/redirects']);
  expect(result).toMatchObject([
    { state: 'read', final_url: null },
    { state: 'redirected', status: 200, final_url: `${host.origin}/a` },
  ]);
});

test('200: texts that no database takes and nobody would read whole', async () => {
  const { status, result } = await jobOf(['/odd']);
  expect(status).toBe('completed');
  const said = JSON.stringify(result);
  expect(said).toContain('long long');
  expect(said.length).toBeLessThan(60_000);
});

test('200: which audits were taken over from an earlier job: of the same bytes, and done whole', async () => {
  const first = await jobOf(['/kept']);
  const { result } = await jobOf(['/new', '/kept', '/missing']);
  const [fresh, kept, missing] = result.map(({ audits }) =>
    Object.fromEntries(audits.map(({ name, reused_from_job_id: from }) => [name, from])),
  );
  const anew = { metatags: null, links: null, readability: null };
  const taken = ['body-size', 'lorem-ipsum', 'h1-count', 'canonical', 'headings', 'accessibility'];
  expect(kept).toEqual({ ...anew, ...Object.fromEntries(taken.map((name) => [name, first.job_id])) });
  for (const page of [fresh, missing]) expect(Object.values(page ?? {})).toEqual(Array<null>(9).fill(null));
});

test('200: only the audits that the site had enabled', async () => {
  const job_id = await beginPreflight(world);
  const { site_id } = await endOfPreflight(world, job_id);
  await world.admin.expect('updateSite', 200, { path: { site_id }, body: { enabled_checks: ['links', 'h1-count'] } });
  const { result, progress } = await endOfPreflight(world, await beginPreflight(world));
  expect(result[0]?.audits.map(({ name }) => name)).toEqual(['links', 'h1-count']);
  expect(progress).toEqual({ audits_done: 2, audits_total: 2 });
});

test.each([
  ['pass', ['/hard', '/a'], ['lorem-ipsum']],
  ['fail', ['/a', '/missing', '/hard'], ['lorem-ipsum', 'h1-count']],
  ['incomplete', ['/hard', '/missing'], ['h1-count']],
  ['incomplete', ['/hard', '/redirects'], ['h1-count']],
  // Contrasts need a browser, which is held against no job.
  ['pass', ['/hard'], ['h1-count', 'accessibility']],
] as const)('200: %s is what came of %j by %j', async (verdict, paths, enabled_checks) => {
  const another = await openWorld();
  await siteAt(another, host.origin, { enabled_checks: [...enabled_checks] });
  const urls = paths.map((path) => `${host.origin}${path}`);
  const job = await endOfPreflight(another, await beginPreflight(another, { urls }));
  expect(job).toMatchObject({ status: 'completed', verdict });
});

test('200: nothing as what came of a job that goes on', async () => {
  const { values, release } = await endlessPreflight(world);
  expect(await world.admin.expect('getPreflightJob', 200, { path: values })).toMatchObject({
    ...{ status: 'in_progress', verdict: null },
  });
  await world.admin.expect('cancelPreflightJob', 200, { path: values });
  await release();
});

test('200: to every member of the domain with the scope', async () => {
  const path = { job_id: await endedPreflight(world) };
  const reader = await world.member('user', ['results:read']);
  expect((await reader.expect('getPreflightJob', 200, { path })).job_id).toBe(path.job_id);
});

test('404: a job of another domain is like one that does not exist', async () => {
  const job_id = await endedPreflight(await openWorld());
  await expectForeignHidden(world.admin, 'getPreflightJob', { path: { job_id } }, { path: { job_id: randomUUID() } });
});

test('400: an id that is none', async () => {
  expect(faultyFields(await world.admin.call('getPreflightJob', { path: { job_id: '1' } }))).toEqual(['path.job_id']);
});

describeGuard(() => world, 'getPreflightJob', { path: { job_id: randomUUID() } }, { scope: 'results:read' });
