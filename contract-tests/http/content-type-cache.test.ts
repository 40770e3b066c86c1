import { beforeAll, expect, test } from '@jest/globals';
import { openWorld, type World } from '../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const mebibyte = 1_048_576;
/** express-openapi-validator keeps 0.28 MB for each type that it has not seen: 420 MB for these. */
const types = 1500;
const growthMax = 150 * mebibyte;

async function residentBytes(): Promise<number> {
  const { text } = await world.operator.call('getMetrics');
  const [, bytes] = /^spci_process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
  return Number(bytes);
}

async function statusesOf(
  send: (type: string) => Promise<Response>,
  first: number,
  count: number,
): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let number = first; number < first + count; number += 1) {
    const response = await send(`application/json; x${number}=${number}`);
    await response.arrayBuffer();
    statuses.add(response.status);
  }
  return statuses;
}

/** The first requests fill what any server fills once; what the others add is the growth. */
async function expectNoGrowth(send: (type: string) => Promise<Response>, status: number): Promise<void> {
  await statusesOf(send, 0, 200);
  const before = await residentBytes();
  expect(before).toBeGreaterThan(mebibyte);
  expect(await statusesOf(send, 200, types)).toEqual(new Set([status]));
  expect((await residentBytes()) - before).toBeLessThan(growthMax);
}

test('1,500 types on a GET are ignored and not remembered', async () => {
  const headers = { Authorization: `Bearer ${world.admin.token}` };
  await expectNoGrowth(
    (type) => fetch(`${world.url}/api/v1/runs`, { headers: { ...headers, 'Content-Type': type } }),
    200,
  );
});

test('1,500 types on a POST that needs no credential are refused and not remembered', async () => {
  await expectNoGrowth(
    (type) =>
      fetch(`${world.url}/api/v1/auth/tokens`, { method: 'POST', headers: { 'Content-Type': type }, body: '{}' }),
    415,
  );
});
