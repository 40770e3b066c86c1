import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { OpenDatabase } from '../db/open-database.ts';
import { executeText } from '../db/sql-text.ts';
import { openMigrated } from '../testing/migrated-database.ts';
import { openJobEngine, type JobEngine } from './job-engine.ts';

const logger = { warn: () => undefined };
/** Nothing is seen by looking again and again: what is done next is done because somebody said so. */
const pace = { pollMs: 3_600_000, deadPollMs: 3_600_000, beatMs: 200, graceMs: 500 };

let opened: OpenDatabase;
let engine: JobEngine;

beforeAll(async () => {
  opened = await openMigrated();
  await sql`update pgboss.queue set retry_delay = 0, retry_backoff = false`.execute(opened.db);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await sql`delete from pgboss.job`.execute(opened.db);
  engine = await openJobEngine(opened, logger, pace);
});
afterEach(() => engine.stop());

const unexpected = async (jobId: string): Promise<never> => {
  throw new Error(`${jobId} is exhausted`);
};

/** Ends when so many things have been said. */
function saying(count: number): { readonly said: string[]; say(text: string): void; readonly all: Promise<void> } {
  const said: string[] = [];
  const all = Promise.withResolvers<void>();
  const say = (text: string): void => {
    said.push(text);
    if (said.length === count) all.resolve();
  };
  return { said, say, all: all.promise };
}

const listRows = async (): Promise<readonly { name: string; state: string; data: unknown }[]> =>
  (
    await sql<{ name: string; state: string; data: unknown }>`
    select name, state, data from pgboss.job order by created_on`.execute(opened.db)
  ).rows;

test('a job that is sent is worked on, and its message is its id alone', async () => {
  const { said, say, all } = saying(1);
  await engine.send('preflight', 'one');
  expect(await listRows()).toEqual([{ name: 'preflight', state: 'created', data: { job_id: 'one' } }]);
  await engine.work('preflight', { atOnce: 2, exhausted: unexpected }, async (jobId) => say(jobId));
  await all;
  await engine.stop();
  expect(said).toEqual(['one']);
  expect(await listRows()).toEqual([expect.objectContaining({ state: 'completed' })]);
});

test('a job that waits, is at work or is tried again is not handed over twice, and one that is done is', async () => {
  const { said, say, all } = saying(3);
  await engine.send('preflight', 'one');
  await engine.send('preflight', 'one');
  expect(await listRows()).toHaveLength(1);
  let tries = 0;
  await engine.work('preflight', { atOnce: 2, exhausted: unexpected }, async (jobId) => {
    tries += 1;
    await engine.send('preflight', jobId);
    if (tries === 1) throw new Error('not yet');
    say(jobId);
    if (tries === 2) await engine.send('preflight', 'another');
    if (tries === 3) say(jobId);
  });
  await all;
  expect(said).toEqual(['one', 'another', 'another']);
  await engine.stop();
  await engine.send('preflight', 'one');
  expect((await listRows()).map(({ state }) => state)).toEqual(['completed', 'completed', 'created']);
});

test('no more jobs are at work at once than asked for', async () => {
  const { say, all } = saying(8);
  const others = saying(7);
  let atWork = 0;
  const counts: number[] = [];
  for (let n = 0; n < 8; n += 1) await engine.send('preflight', `job ${n}`);
  await engine.work('preflight', { atOnce: 3, exhausted: unexpected }, async (jobId) => {
    counts.push((atWork += 1));
    await (jobId === 'job 0' ? others.all : listRows());
    atWork -= 1;
    others.say(jobId);
    say(jobId);
  });
  await all;
  expect(Math.max(...counts)).toBe(3);
});

test('a job that fails is tried four times, and then given up, as often as giving it up fails', async () => {
  const { said, say, all } = saying(7);
  const exhausted = async (jobId: string): Promise<void> => {
    say(`${jobId} is exhausted`);
    if (said.length < 7) throw new Error('not now');
  };
  await engine.work('preflight', { atOnce: 1, exhausted }, async (jobId) => {
    say(jobId);
    throw new Error('it never works');
  });
  await engine.send('preflight', 'one');
  await all;
  await engine.stop();
  expect(said).toEqual(['one', 'one', 'one', 'one', 'one is exhausted', 'one is exhausted', 'one is exhausted']);
  expect(new Set((await listRows()).map(({ name, state }) => `${name} ${state}`))).toEqual(
    new Set(['preflight failed', 'preflight_dead completed']),
  );
});

test('what is at work when the engine stops may end', async () => {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const aborted: boolean[] = [];
  await engine.work('preflight', { atOnce: 1, exhausted: unexpected }, async (_, signal) => {
    begun.resolve();
    await end.promise;
    aborted.push(signal.aborted);
  });
  await engine.send('preflight', 'one');
  await begun.promise;
  const stopped = engine.stop();
  for (let n = 0; n < 10; n += 1) await listRows();
  end.resolve();
  await stopped;
  expect(aborted).toEqual([false]);
  expect(await listRows()).toEqual([expect.objectContaining({ state: 'completed' })]);
});

test('what does not end when the engine stops is aborted and given back with all its tries', async () => {
  const begun = Promise.withResolvers<void>();
  const aborted: string[] = [];
  let deaf = false;
  await engine.work('preflight', { atOnce: 2, exhausted: unexpected }, async (jobId, signal) => {
    if (deaf) begun.resolve();
    deaf = true;
    if (jobId === 'deaf') await new Promise(() => undefined);
    await once(signal, 'abort');
    aborted.push(jobId);
    throw signal.reason;
  });
  await engine.send('preflight', 'one');
  await engine.send('preflight', 'deaf');
  await begun.promise;
  await engine.stop();
  expect(aborted).toEqual(['one']);
  const { rows } = await sql`
    select data->>'job_id' as job_id, retry_count from pgboss.job where state = 'created' order by 1`.execute(
    opened.db,
  );
  expect(rows).toEqual([
    { job_id: 'deaf', retry_count: 0 },
    { job_id: 'one', retry_count: 0 },
  ]);
});

test('a job that another process has taken over is aborted, and what becomes of it here counts no more', async () => {
  const aborted = Promise.withResolvers<void>();
  const { said, say, all } = saying(2);
  let tries = 0;
  await engine.work('preflight', { atOnce: 2, exhausted: unexpected }, async (_, signal) => {
    tries += 1;
    if (tries === 1) {
      await sql`update pgboss.job set state = 'retry', start_after = now()`.execute(opened.db);
      await engine.send('preflight', 'one');
      await once(signal, 'abort');
      aborted.resolve();
      return say('aborted');
    }
    await aborted.promise;
    for (let n = 0; n < 10; n += 1) await listRows();
    say((await listRows())[0]?.state ?? 'gone');
  });
  await engine.send('preflight', 'one');
  await all;
  await engine.stop();
  expect(said).toEqual(['aborted', 'active']);
  expect(await listRows()).toEqual([expect.objectContaining({ state: 'completed' })]);
});

/** Has jobs looked for that nobody speaks of, at the next beat. */
const supervise = (): Promise<unknown> =>
  sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null`.execute(opened.db);

const wasSupervised = async (): Promise<boolean> =>
  (await sql`select from pgboss.queue where name = 'preflight' and monitor_on is not null`.execute(opened.db)).rows
    .length === 1;

test('a job at work is not taken over while its process says that it is alive', async () => {
  const { said, say, all } = saying(1);
  let tries = 0;
  await engine.work('preflight', { atOnce: 2, exhausted: unexpected }, async () => {
    tries += 1;
    await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour'`.execute(opened.db);
    await supervise();
    while (!(await wasSupervised())) await setTimeout(20);
    for (let n = 0; n < 10; n += 1) await listRows();
    say(`try ${tries}`);
  });
  await engine.send('preflight', 'one');
  await all;
  await engine.stop();
  expect(said).toEqual(['try 1']);
  expect(await listRows()).toEqual([expect.objectContaining({ state: 'completed' })]);
});

test('a job that nobody speaks of is taken over', async () => {
  const { said, say, all } = saying(1);
  await engine.send('preflight', 'one');
  await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 hour'`.execute(
    opened.db,
  );
  await supervise();
  await engine.stop();
  engine = await openJobEngine(opened, logger, { ...pace, pollMs: 50 });
  await engine.work('preflight', { atOnce: 1, exhausted: unexpected }, async (jobId) => say(jobId));
  await all;
  expect(said).toEqual(['one']);
});

test('the migrations make the schema that the installed pg-boss expects', async () => {
  const db = { executeSql: (text: string, values?: unknown[]) => executeText(opened.db, text, values) };
  const boss = new PgBoss({ db, migrate: false, supervise: false, schedule: false });
  await boss.start();
  expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
  await boss.stop();
});
