import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../src/testing/postgres-databases.ts';
import { startServerProcess } from '../harness/server-process.ts';
import { mediaBytes, uploadSample } from '../harness/suite.ts';
import { openWorld } from '../harness/world.ts';

let database: TestDatabase;
let directory: string;

beforeAll(async () => {
  const postgres = process.env['SPCI_TEST_POSTGRES'];
  if (postgres === undefined) throw new Error('no PostgreSQL for these tests: SPCI_TEST_POSTGRES is not set');
  database = await createTestDatabase(postgres);
  directory = await mkdtemp(join(tmpdir(), 'spci-media-'));
});
afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

interface Work {
  readonly outcome: string | null;
  readonly attempts: number;
}

const work = () => onDatabase<Work>('select outcome, attempts from media_infos order by sample_id limit 1');

async function onDatabase<Row extends object>(statement: string): Promise<Row[]> {
  const client = new Client(database.url);
  await client.connect();
  const { rows } = await client.query<Row>(statement);
  await client.end();
  return rows;
}

test('a server that is killed while a program looks into a sample: another one does it', async () => {
  const hanging = join(directory, 'hanging');
  await writeFile(hanging, '#!/bin/sh\nexec /bin/sleep 600\n');
  await chmod(hanging, 0o755);
  const start = (environment: Record<string, string>) =>
    startServerProcess({ databaseUrl: database.url, directory, environment });
  const killed = await start({ SPCI_FFPROBE: hanging });
  const before = await openWorld(killed.url);
  await uploadSample(before, mediaBytes());
  while ((await work())[0]?.attempts !== 1) await delay(20);
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  await killed.stop();
  // As if the time of that attempt were over.
  await onDatabase('update media_infos set next_attempt_at = now()');
  const server = await start({});
  const until = Date.now() + 30_000;
  while ((await work())[0]?.outcome === null && Date.now() < until) await delay(50);
  expect(await work()).toEqual([{ outcome: 'told', attempts: 2 }]);
  await server.stop();
});
