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

/** Of pages that tell that they are open to all, and never come until they are released. */
export async function beginEndlessPreflight(world: Pick<World, 'admin' | 'url'>) {
  const host = await startLoopbackHost('127.0.0.4', ({ method }, response) => {
    if (method === 'HEAD') response.writeHead(204).end();
  });
  const urls = Array.from({ length: 50 }, (_, index) => `${host.origin}/${index}`);
  const job_id = await beginPreflight(world, { urls });
  return { job_id, release: async (): Promise<void> => host[Symbol.asyncDispose]() };
}

const endedMs = 60_000;

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
