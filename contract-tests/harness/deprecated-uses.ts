import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../generated/client.ts';
import type { Client } from './client.ts';
import { unique, type World } from './world.ts';

type Use = components['schemas']['DeprecatedUse'];

const recordedMs = 30_000;

/** A read with the token in its address; whatever it is answered. */
export async function readByAddress({ url, token }: Client, userAgent = 'curl/8.5.0', query = ''): Promise<number> {
  const address = `${url}/api/v1/repositories?access_token=${token}${query}`;
  return (await fetch(address, { headers: { 'User-Agent': userAgent } })).status;
}

/** A write with the token in its body. */
export async function writeByBody({ url, token }: Client, userAgent = 'curl/8.5.0'): Promise<number> {
  const headers = { 'Content-Type': 'application/json', 'User-Agent': userAgent };
  const body = JSON.stringify({ access_token: token, name: unique('tag') });
  return (await fetch(`${url}/api/v1/tags`, { method: 'POST', headers, body })).status;
}

export const recordedUses = async ({ admin }: Pick<World, 'admin'>): Promise<Use[]> =>
  (await admin.expect('listDeprecations', 200, { query: { limit: 100 } })).data;

/** The uses of the domain, once they are as many in all: a server keeps them soon after they were made. */
export async function awaitUses(world: Pick<World, 'admin'>, count: number): Promise<Use[]> {
  for (const until = Date.now() + recordedMs; Date.now() < until; await delay(100)) {
    const uses = await recordedUses(world);
    if (uses.reduce((sum, { use_count }) => sum + use_count, 0) >= count) return uses;
  }
  throw new Error(`no ${count} deprecated uses were recorded`);
}
