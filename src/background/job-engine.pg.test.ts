import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startPostgres } from '../../scripts/test-postgres.ts';
import { migrate } from '../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../db/open-database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../testing/postgres-server.ts';
import { openJobEngine, type JobEngine } from './job-engine.ts';

const logger = { warn: () => undefined };
const exhausted = async (): Promise<void> => undefined;

let postgres: TestServer;
let database: TestDatabase;
let opened: OpenDatabase;
let engines: JobEngine[] = [];

beforeAll(async () => {
  postgres = await testPostgres();
  database = await createTestDatabase(postgres.url);
  opened = await openDatabase({ databaseUrl: database.url, directory: '' }, logger);
  await migrate(opened.db);
});
afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.stop()));
  engines = [];
  await sql`delete from pgboss.job`.execute(opened.db);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
  await postgres.stop();
});

async function openEngine(): Promise<JobEngine> {
  const engine = await openJobEngine(opened, logger);
  engines.push(engine);
  return engine;
}

test('several engines share the jobs, and each job is worked on once', async () => {
  const done: string[] = [];
  const all = Promise.withResolvers<void>();
  const both = [await openEngine(), await openEngine()];
  const sending = await openEngine();
  const met = both.map(() => Promise.withResolvers<void>());
  for (const [place, engine] of both.entries())
    await engine.work('preflight', { atOnce: 4, exhausted }, async (jobId) => {
      met[place]?.resolve();
      await Promise.all(met.map(({ promise }) => promise));
      if (done.push(jobId) === 60) all.resolve();
    });
  const sent = Array.from({ length: 60 }, (_, n) => `job ${n}`);
  await Promise.all(sent.map((jobId) => sending.send('preflight', jobId)));
  await all.promise;
  expect(done.sort()).toEqual(sent.sort());
});

test('a job whose process is killed is taken over', async () => {
  const sending = await openEngine();
  await sending.send('preflight', 'one');
  const holder = spawn(process.execPath, [join(import.meta.dirname, '../testing/job-holder.ts'), database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [held] = await once(createInterface(holder.stdout), 'line');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const taken = Promise.withResolvers<string>();
  const engine = await openEngine();
  await engine.work('preflight', { atOnce: 1, exhausted }, async (jobId) => taken.resolve(jobId));
  expect([held, await taken.promise]).toEqual(['one', 'one']);
});

test('jobs go on when the database was killed and is there again', async () => {
  const crashing = await startPostgres({ durable: true });
  const atCrashing = await openDatabase({ databaseUrl: crashing.url, directory: '' }, logger);
  await migrate(atCrashing.db);
  const done = new Set<string>();
  const begun = Promise.withResolvers<void>();
  const both = Promise.withResolvers<void>();
  const killed = Promise.withResolvers<void>();
  const engine = await openJobEngine(atCrashing, logger);
  await engine.send('preflight', 'one');
  await engine.send('preflight', 'two');
  await engine.work('preflight', { atOnce: 1, exhausted }, async (jobId) => {
    begun.resolve();
    await killed.promise;
    if (done.add(jobId).size === 2) both.resolve();
  });
  await begun.promise;
  crashing.kill();
  killed.resolve();
  await expect(engine.send('preflight', 'three')).rejects.toThrow();
  const resumed = await startPostgres({ durable: true, resume: crashing });
  await both.promise;
  await engine.stop();
  await atCrashing.close();
  await resumed.stop();
  expect([...done].sort()).toEqual(['one', 'two']);
});
