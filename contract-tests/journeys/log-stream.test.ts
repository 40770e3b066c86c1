import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../harness/client.ts';
import { followThroughKills, lineNumbers, openEventStream, writeLines } from '../harness/event-stream.ts';
import { complete, holdRun } from '../harness/held-run.ts';
import { startServerProcess } from '../harness/server-process.ts';
import { makeSuite } from '../harness/suite.ts';
import { openWorld } from '../harness/world.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-stream-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('a server that stops ends a stream cleanly, and the one after it goes on where that ended', async () => {
  const first = await startServerProcess({ directory });
  const world = await openWorld(first.url);
  const { run_id, lease } = await holdRun(world, await makeSuite(world));
  const path = `/api/v1/runs/${run_id}/log-stream`;
  const stream = await openEventStream(world.admin, path);
  await writeLines(lease, 30);
  const { ids } = await stream.until(({ events }) => events.length === 30);
  await first.stop();
  expect(await stream.ended()).toBe(true);
  expect(stream.read().events.at(-1)).toMatchObject({ event: 'line', id: '29' });

  const second = await startServerProcess({ directory });
  const client = createClient(second.url, world.admin.token);
  const resumed = await openEventStream(client, path, { 'Last-Event-ID': ids.at(-1) ?? '' });
  const held = { ...lease, client: createClient(second.url, lease.client.token) };
  const whole = followThroughKills([client], path);
  await writeLines(held, 90);
  await complete(held);
  const come = await resumed.until(({ events }) => events.at(-1)?.event === 'end');
  expect(lineNumbers(come)).toEqual(Array.from({ length: 60 }, (_, index) => 30 + index));
  expect((await whole).numbers).toEqual(Array.from({ length: 90 }, (_, number) => number));
  await second.stop();
});
