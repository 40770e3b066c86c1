import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../src/testing/postgres-databases.ts';
import { createClient } from '../harness/client.ts';
import {
  followThroughKills,
  lineNumbers,
  openEventStream,
  writeLines,
  type EventStream,
} from '../harness/event-stream.ts';
import { complete, holdRun } from '../harness/held-run.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { makeSuite, type Suite } from '../harness/suite.ts';
import { openWorld, type World } from '../harness/world.ts';

let database: TestDatabase;
/** On one database: workers speak to the first, and what follows their logs to the second. */
let replicas: readonly [ServerProcess, ServerProcess];
let world: World;
let suite: Suite;

beforeAll(async () => {
  const postgres = process.env['SPCI_TEST_POSTGRES'];
  if (postgres === undefined) throw new Error('no PostgreSQL for these tests: SPCI_TEST_POSTGRES is not set');
  database = await createTestDatabase(postgres);
  const environment = { SPCI_LOOKUP_KEYS: `shared:${randomBytes(32).toString('base64')}` };
  const start = () => startServerProcess({ databaseUrl: database.url, environment });
  replicas = [await start(), await start()];
  world = await openWorld(replicas[0].url);
  suite = await makeSuite(world);
});
afterAll(async () => {
  for (const replica of replicas) await replica.stop();
  await database.drop();
});

const streamOf = (run_id: number): string => `/api/v1/runs/${run_id}/log-stream`;
const onSecond = (token: string | undefined) => createClient(replicas[1].url, token);
const open = (run_id: number, token = world.admin.token): Promise<EventStream> =>
  openEventStream(onSecond(token), streamOf(run_id));

describe('a log that is written through one replica and followed through another', () => {
  test('comes line by line while the run goes on, and the end comes last', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const stream = await open(run_id);
    await writeLines(lease, 2);
    expect(lineNumbers(await stream.until(({ events }) => events.length === 2))).toEqual([0, 1]);
    await complete(lease);
    const { events } = await stream.until((come) => come.events.at(-1)?.event === 'end');
    const { status } = await world.admin.expect('getRun', 200, { path: { run_id } });
    expect(JSON.parse(events.at(-1)?.data ?? '')).toEqual({ status, next_line: 2 });
    expect(await stream.ended()).toBe(true);
  });

  test('has no line lost or doubled though every connection is killed', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const following = followThroughKills([onSecond(world.admin.token), world.admin], streamOf(run_id));
    await writeLines(lease, 400);
    await complete(lease);
    const { numbers, kills, end } = await following;
    expect(numbers).toEqual(Array.from({ length: 400 }, (_, number) => number));
    expect(kills).toBeGreaterThan(2);
    expect(end).toMatchObject({ next_line: 400 });
  });

  test('is followed no more once the token is revoked, or lost its scope with the rest, through another replica', async () => {
    const { run_id } = await holdRun(world, suite);
    const revoked = await world.adminWith(['system:read']);
    const member = await world.member('user', ['system:read']);
    const streams = [await open(run_id, revoked.token), await open(run_id, member.token)];
    const kept = await open(run_id);
    await revoked.expect('revokeCurrentToken', 204);
    await world.admin.expect('deactivateUser', 200, { path: { user_id: member.userId } });
    for (const stream of streams) expect(await stream.ended()).toBe(true);
    expect(kept.read().comments).toEqual(['open']);
    kept.kill();
  });
});

test('a token has 32 streams open and not one more, and one that ends makes room', async () => {
  const { run_id } = await holdRun(world, suite);
  const { token } = await world.adminWith(['system:read']);
  const streams = await Promise.all(Array.from({ length: 32 }, () => open(run_id, token)));
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
  const refused = await onSecond(token).expect('followRunLogs', 429, { path: { run_id } });
  expect(refused).toMatchObject({ code: 'rate_limited', details: { limit: 32, retry_after: 5 } });
  // Another token has streams of its own.
  (await open(run_id)).kill();
  streams[0]?.kill();
  let next: EventStream;
  do next = await open(run_id, token);
  while (next.status === 429);
  expect(next.status).toBe(200);
  for (const stream of [...streams, next]) stream.kill();
});
