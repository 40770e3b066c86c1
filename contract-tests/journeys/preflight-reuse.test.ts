import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { components } from '../../generated/client.ts';
import { startLoopbackHost, type LoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { startPreflightSite, type PreflightSite } from '../../src/testing/preflight-site.ts';
import { expectedOf, findingsOf, pageNames } from '../harness/preflight-findings.ts';
import { endOfPreflight, siteAt } from '../harness/preflights.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld, unique, type World } from '../harness/world.ts';

type Job = components['schemas']['PreflightJob'];
type Request = Partial<components['schemas']['PreflightJobRequest']>;

let server: ServerProcess;
let world: World;
let hosts: PreflightSite;
let garden: LoopbackHost;
/** Pages of the garden as they are now, by their path. */
const pages = new Map<string, string>();

beforeAll(async () => {
  hosts = await startPreflightSite({ opens: (authorization = '') => authorization.startsWith('token spca_') });
  garden = await startLoopbackHost('127.0.0.11', ({ url = '', method }, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(method === 'HEAD' ? undefined : pages.get(url));
  });
  server = await startServerProcess();
  world = await openWorld(server.url);
  await siteAt(world, hosts.site.origin, { authoring_type: 'cs' });
});
afterAll(async () => {
  await server?.stop();
  await garden?.[Symbol.asyncDispose]();
  await hosts?.[Symbol.asyncDispose]();
});

async function check(urls: readonly string[], more: Request = {}, by = world): Promise<Job> {
  const body = { urls: [...urls], step: 'identify', ...more };
  return endOfPreflight(by, (await by.admin.expect('createPreflightJob', 202, { body })).job_id);
}

const withoutSource = ({ result }: Job) =>
  result.map(({ audits, ...page }) => ({
    ...page,
    audits: audits.map(({ reused_from_job_id: _, ...audit }) => audit),
  }));

/** Of each page, which audits were taken over, and from where. */
const reusedIn = ({ result }: Job): readonly (readonly (readonly [string, string])[])[] =>
  result.map(({ audits }) =>
    audits.flatMap(({ name, reused_from_job_id: from }) => (from === null ? [] : [[name, from] as const])),
  );

const alone = ['body-size', 'lorem-ipsum', 'h1-count', 'canonical', 'headings', 'readability', 'accessibility'];

/** In the order of audits: of a page that is read and shows no credential, those that were whole, and need the page only. */
const reusableIn = ({ job_id, result }: Job) =>
  result.map(({ page_url, state, audits }) => {
    if (state !== 'read' || page_url.endsWith('/protected')) return [];
    const whole = audits.filter(
      ({ name, state: outcome, reason }) =>
        alone.includes(name) && (outcome === 'ok' || outcome === 'issues' || reason?.code === 'no_browser'),
    );
    return whole.map(({ name }) => [name, job_id]);
  });

test.each(['identify', 'suggest'] as const)(
  'pages with every defect that are checked twice, with the step %s, are found alike, and the second time says from where',
  async (step) => {
    const urls = pageNames.map((name) => `${hosts.site.origin}/${name}`);
    const first = await check(urls, { step });
    expect(reusedIn(first).flat()).toEqual([]);
    const second = await check(urls, { step });
    expect(second).toMatchObject({ status: 'completed', step, progress: first.progress, reuse: true });
    expect(withoutSource(second)).toEqual(withoutSource(first));
    expect(findingsOf(second, hosts)).toEqual(expectedOf(pageNames, step));
    expect(reusedIn(second)).toEqual(reusableIn(first));
    expect(reusedIn(second).flat().length).toBeGreaterThan(50);
  },
);

const paths = ['/roses', '/tulips'];
const urlsOf = () => paths.map((path) => `${garden.origin}${path}`);

function plant(): void {
  for (const path of paths) pages.set(path, `<title>${path}</title><h1>${path}</h1><h3>Red</h3>`);
}

test('a page of which one byte changed is looked at anew, and its neighbour is not', async () => {
  plant();
  await siteAt(world, garden.origin);
  const first = await check(urlsOf());
  pages.set('/roses', '<title>/roses</title><h1>/roses</h1><h2>Red</h2>');
  const second = await check(urlsOf());
  expect(reusedIn(second)).toEqual([[], reusableIn(first)[1]]);
  const states = second.result.map(({ audits }) => audits.find(({ name }) => name === 'headings')?.state);
  expect(states).toEqual(['ok', 'issues']);
  plant();
  expect(reusedIn(await check(urlsOf()))).toEqual(reusableIn(first));
});

test('neither another step nor a job that is to do everything anew takes anything over', async () => {
  plant();
  await siteAt(world, garden.origin);
  const first = await check(urlsOf());
  expect(reusedIn(await check(urlsOf(), { step: 'suggest' }))).toEqual([[], []]);
  const anew = await check(urlsOf(), { reuse: false });
  expect(anew.reuse).toBe(false);
  expect(reusedIn(anew)).toEqual([[], []]);
  expect(withoutSource(anew)).toEqual(withoutSource(first));
});

test('neither another site of the domain nor another domain takes anything over', async () => {
  plant();
  const site_id = await siteAt(world, garden.origin);
  await check(urlsOf());
  const stranger = await openWorld(server.url);
  await siteAt(stranger, garden.origin);
  expect(reusedIn(await check(urlsOf(), {}, stranger))).toEqual([[], []]);
  const base_url = `https://${unique('moved')}.example.org`;
  await world.admin.expect('updateSite', 200, { path: { site_id }, body: { base_url } });
  expect(await siteAt(world, garden.origin)).not.toBe(site_id);
  expect(reusedIn(await check(urlsOf()))).toEqual([[], []]);
});

test('what was taken over counts as looked at when it is compared', async () => {
  plant();
  await siteAt(world, garden.origin);
  await check(urlsOf());
  const { job_id } = await check(urlsOf());
  const { pages: compared } = await world.admin.expect('getPreflightComparison', 200, { path: { job_id } });
  const nothing = { new_count: 0, fixed_count: 0, not_compared: ['readability'] };
  expect(compared).toMatchObject([nothing, nothing]);
  expect(compared.map(({ unchanged_count }) => unchanged_count > 0)).toEqual([true, true]);
});
