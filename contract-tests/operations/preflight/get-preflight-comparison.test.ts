import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { components } from '../../../generated/client.ts';
import { startLoopbackHost, type LoopbackHost } from '../../../src/testing/loopback-hosts.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { endedPreflight, endlessPreflight } from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let host: LoopbackHost;
/** What the pages are now, by their path; the others are missing. */
const pages = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  host = await startLoopbackHost('127.0.0.10', ({ url = '', method }, response) => {
    const page = pages.get(url);
    const isThere = page !== undefined || (url === '/d' && method === 'HEAD');
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html' });
    response.end(method === 'HEAD' ? undefined : page);
  });
});
afterAll(async () => host[Symbol.asyncDispose]());

const check = (...paths: readonly string[]) =>
  endedPreflight(world, { urls: paths.map((path) => `${host.origin}${path}`) });
const comparison = (job_id: string) => world.admin.expect('getPreflightComparison', 200, { path: { job_id } });
const named = (findings: readonly components['schemas']['PreflightFinding'][]) =>
  findings.map(({ audit, opportunity: { check: name, tag_name, issues } }) =>
    [audit, name ?? tag_name, ...issues.map(({ url }) => url.replace(host.origin, ''))].join(' '),
  );

test('200: what is new, what is fixed and how much stayed, by the last job that had the page', async () => {
  pages.set(
    '/a',
    '<title>Roses</title><h2>Roses</h2><a href="/gone">gone</a><a href="/lost">lost</a><a href="/b">b</a>',
  );
  pages.set('/b', '<title>Tulips</title><h1>Tulips</h1>');
  const first = await check('/a');
  pages.set(
    '/a',
    '<title>Roses</title><h1>Roses</h1><h3>Red</h3><a href="/lost">lost</a><a href="/c">c</a><a href="/b">b</a>',
  );
  const second = await check('/b', '/a');
  const { job_id, pages: compared } = await comparison(second);
  expect(job_id).toBe(second);
  const [b, a] = compared;
  expect(named(a?.new ?? [])).toEqual(['links broken-internal-links /c', 'headings heading-order-invalid']);
  expect(a).toMatchObject({ page_url: `${host.origin}/a`, previous_job_id: first, new_count: 2, fixed_count: 4 });
  expect(named(a?.new ?? [])).toEqual(['links broken-internal-links /c', 'headings heading-order-invalid']);
  expect(named(a?.fixed ?? [])).toEqual([
    'h1-count missing-h1',
    'metatags h1',
    'links broken-internal-links /gone',
    'headings heading-missing-h1',
  ]);
  expect(a?.unchanged_count).toBeGreaterThanOrEqual(2);
  expect(a?.not_compared).toEqual(['readability']);
  expect(b).toMatchObject({
    previous_job_id: null,
    new_count: 0,
    fixed_count: 0,
    unchanged_count: 0,
    new: [],
    fixed: [],
  });
  expect(b?.not_compared).toHaveLength(9);
});

test('200: nothing is fixed of a page that was not read', async () => {
  pages.set('/d', '<h2>Roses</h2>');
  await check('/d');
  pages.delete('/d');
  const { pages: compared } = await comparison(await check('/d'));
  expect(compared).toMatchObject([{ fixed_count: 0, new_count: 0, unchanged_count: 0 }]);
  expect(compared[0]?.not_compared).toHaveLength(9);
});

test('200: only with jobs of the domain that were completed, and accepted before', async () => {
  pages.set('/e', '<h2>Roses</h2>');
  const stranger = await openWorld();
  await endedPreflight(stranger, { urls: [`${host.origin}/e`] });
  const first = await check('/e');
  await check('/e');
  expect((await comparison(first)).pages).toMatchObject([{ previous_job_id: null }]);
});

test('200: with the last of several, wherever the page stood in it', async () => {
  pages.set('/f', '<h2>Roses</h2>');
  pages.set('/g', '<h1>Tulips</h1>');
  await check('/f');
  const last = await check('/g', '/f');
  expect((await comparison(await check('/f'))).pages).toMatchObject([
    { previous_job_id: last, new_count: 0, fixed_count: 0, not_compared: ['readability'] },
  ]);
});

test('200: with none that was canceled', async () => {
  const { values, release } = await endlessPreflight(world);
  await world.admin.expect('cancelPreflightJob', 200, { path: values });
  const { urls } = await world.admin.expect('getPreflightJob', 200, { path: values });
  await release();
  const [url = ''] = urls;
  const origin = new URL(url);
  await using again = await startLoopbackHost(
    origin.hostname,
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(),
    Number(origin.port),
  );
  expect(again.origin).toBe(origin.origin);
  expect((await comparison(await endedPreflight(world, { urls: [url] }))).pages).toMatchObject([
    { previous_job_id: null },
  ]);
});

test('404: a job of another domain is like one that does not exist', async () => {
  const job_id = await endedPreflight(await openWorld());
  await expectForeignHidden(
    world.admin,
    'getPreflightComparison',
    { path: { job_id } },
    { path: { job_id: randomUUID() } },
  );
});

test('400: an id that is none', async () => {
  const path = { job_id: '1' };
  expect(faultyFields(await world.admin.call('getPreflightComparison', { path }))).toEqual(['path.job_id']);
});

describeGuard(() => world, 'getPreflightComparison', { path: { job_id: randomUUID() } }, { scope: 'results:read' });
