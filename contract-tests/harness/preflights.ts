import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../generated/client.ts';
import { startLoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { unique, type World } from './world.ts';

type Schemas = components['schemas'];

/** Registers a site there, or moves the one that has the host. */
export async function siteAt(
  { admin }: Pick<World, 'admin'>,
  base_url: string,
  more: Partial<Schemas['SiteCreateRequest']> = {},
): Promise<number> {
  const [known] = (await admin.expect('listSites', 200, { query: { url: base_url } })).data;
  const body = { base_url, ...more };
  if (known !== undefined)
    return (await admin.expect('updateSite', 200, { path: { site_id: known.site_id }, body })).site_id;
  const site = { name: unique('site'), delivery_type: 'other' as const, ...body };
  return (await admin.expect('createSite', 201, { body: site })).site_id;
}

/** For something that the server itself serves, and is soon looked at, unless other pages are given. */
export async function beginPreflight(
  world: Pick<World, 'admin' | 'url'>,
  more: Partial<Schemas['PreflightJobRequest']> = {},
): Promise<string> {
  const body = { urls: [`${world.url}/livez`], step: 'identify', ...more };
  await siteAt(world, new URL(body.urls[0] ?? '').origin);
  return (await world.admin.expect('createPreflightJob', 202, { body })).job_id;
}

const endedMs = 60_000;

/** Of pages that are being asked for, and never come until they are released. */
export async function endlessPreflight(world: Pick<World, 'admin' | 'url'>) {
  const host = await startLoopbackHost('127.0.0.4', ({ method }, response) => {
    if (method === 'HEAD') response.writeHead(204).end();
  });
  const urls = Array.from({ length: 50 }, (_, index) => `${host.origin}/${index}`);
  const job_id = await beginPreflight(world, { urls });
  const isAsked = (): boolean => host.requests.some(({ method }) => method === 'GET');
  for (const until = Date.now() + endedMs; Date.now() < until && !isAsked();) await delay(20);
  return { values: { job_id }, release: async (): Promise<void> => host[Symbol.asyncDispose]() };
}

export async function endOfPreflight(
  { admin }: Pick<World, 'admin'>,
  job_id: string,
): Promise<Schemas['PreflightJob']> {
  for (const until = Date.now() + endedMs; Date.now() < until; await delay(50)) {
    const job = await admin.expect('getPreflightJob', 200, { path: { job_id } });
    if (job.status !== 'in_progress') return job;
  }
  throw new Error(`preflight job ${job_id} did not end`);
}

/** As `beginPreflight`, with nobody at work on it any more. */
export async function endedPreflight(...begun: Parameters<typeof beginPreflight>): Promise<string> {
  const job_id = await beginPreflight(...begun);
  await endOfPreflight(begun[0], job_id);
  return job_id;
}

export interface JudgedSite extends AsyncDisposable {
  readonly site_id: number;
  /** Of `/pass`, `/fail` and `/missing`, and of `/held`, which passes when it is released. */
  begin(...paths: readonly string[]): Promise<string>;
  end(...paths: readonly string[]): Promise<string>;
  release(): void;
}

/** A site of which one check is made, so that its pages are known to pass or not. */
export async function openJudgedSite(
  world: Pick<World, 'admin' | 'url'>,
  more: Partial<Schemas['SiteCreateRequest']> = {},
): Promise<JudgedSite> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const host = await startLoopbackHost('127.0.0.10', ({ url = '', method }, response) => {
    const answer = (): void => {
      response.writeHead(url === '/missing' ? 404 : 200, { 'content-type': 'text/html' });
      response.end(method === 'HEAD' ? undefined : '<h1>Roses</h1>'.repeat(url === '/fail' ? 2 : 1));
    };
    if (url === '/held' && method === 'GET') return void released.then(answer);
    answer();
  });
  const site_id = await siteAt(world, host.origin, { enabled_checks: ['h1-count'], ...more });
  const begin = (...paths: readonly string[]): Promise<string> =>
    beginPreflight(world, { urls: paths.map((path) => `${host.origin}${path}`) });
  const end = async (...paths: readonly string[]): Promise<string> => {
    const job_id = await begin(...paths);
    return (await endOfPreflight(world, job_id)).job_id;
  };
  return { site_id, begin, end, release, [Symbol.asyncDispose]: () => host[Symbol.asyncDispose]() };
}

export type FixChoice = Schemas['PreflightFixChoice'];

/** It has an h1 and no title, and a link with a slip of the pen. */
const mendable =
  '<html lang="en"><head></head><body><h1>Roses for every garden</h1><a href="/roses">1</a> <a href="/rose">2</a></body></html>';

export interface TakenFixes {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface FixableSite extends AsyncDisposable {
  readonly origin: string;
  readonly site_id: number;
  readonly job_id: string;
  /** The title, for which there is a suggestion. */
  readonly choice: FixChoice;
  /** What came to the fix endpoint. */
  readonly taken: readonly TakenFixes[];
  /** What it answers from now on, one after another, and the last of them for good; null is no answer. */
  answer(...statuses: readonly (number | null)[]): void;
}

/** A site that has a completed job with suggestions, and takes fixes. */
export async function openFixableSite(world: Pick<World, 'admin' | 'url'>): Promise<FixableSite> {
  const taken: TakenFixes[] = [];
  let statuses: readonly (number | null)[] = [202];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    taken.push({ url: request.url, headers: request.headers, body: await json(request) });
    const [status = 202, ...next] = statuses;
    if (next.length > 0) statuses = next;
    if (status !== null) response.writeHead(status, { location: '/elsewhere' }).end('taken');
  };
  const host = await startLoopbackHost('127.0.0.9', (request, response) => {
    if (request.method === 'POST') return void take(request, response);
    const status = request.url === '/rose' ? 404 : 200;
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end(request.method === 'HEAD' ? undefined : mendable);
  });
  const site_id = await siteAt(world, host.origin, { fix_endpoint: `${host.origin}/fixes` });
  const page_url = `${host.origin}/docs`;
  const job_id = await endedPreflight(world, { urls: [page_url], step: 'suggest' });
  return {
    ...{ origin: host.origin, site_id, job_id, taken },
    choice: { page_url, audit: 'metatags', opportunity_index: 0 },
    answer: (...next) => void (statuses = next),
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  };
}

export async function endOfFixes(
  { admin }: Pick<World, 'admin'>,
  path: { readonly job_id: string; readonly fix_id: string },
): Promise<Schemas['PreflightFixes']> {
  for (const until = Date.now() + endedMs; Date.now() < until; await delay(50)) {
    const fixes = await admin.expect('getPreflightFixes', 200, { path });
    if (fixes.status !== 'in_progress') return fixes;
  }
  throw new Error(`the delivery ${path.fix_id} did not end`);
}

export async function beginFixes({ admin }: Pick<World, 'admin'>, { job_id, choice }: FixableSite) {
  return admin.expect('createPreflightFixes', 202, { path: { job_id }, body: { fixes: [choice] } });
}

/** Of a site that takes them until it is released. */
export async function chosenFixes(world: Pick<World, 'admin' | 'url'>) {
  const site = await openFixableSite(world);
  const release = async (): Promise<void> => site[Symbol.asyncDispose]();
  return { values: { job_id: site.job_id }, body: { fixes: [site.choice] }, release };
}

/** Of the one suggestion that was chosen, and taken each time; the last of them. */
export async function deliveredFixes(
  world: Pick<World, 'admin' | 'url'>,
  times = 1,
): Promise<{ readonly job_id: string; readonly fix_id: string }> {
  await using site = await openFixableSite(world);
  const { job_id } = site;
  for (let left = times; left > 1; left -= 1) await endOfFixes(world, await beginFixes(world, site));
  const { fix_id } = await beginFixes(world, site);
  await endOfFixes(world, { job_id, fix_id });
  return { job_id, fix_id };
}
