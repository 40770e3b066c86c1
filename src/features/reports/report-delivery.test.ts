import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Updateable } from 'kysely';
import { pino } from 'pino';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { createGithubApp } from '../../forge/github-app.ts';
import { startGithubAppPeer, type GithubAppPeer, type Refusal } from '../../testing/github-app-peer.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertRun, insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { recordRunEvent } from '../runs/run-events.ts';
import type { RunRow, RunsTable } from '../runs/runs.table.ts';
import { deliverReports } from './report-delivery.ts';

let database: OpenDatabase;
let peer: GithubAppPeer;
let tenant: Tenant;
let tenants = 0;

beforeAll(async () => {
  [database, peer] = await Promise.all([openMigrated(), startGithubAppPeer()]);
});
afterAll(() => Promise.all([database.close(), peer.stop()]));
beforeEach(async () => {
  tenant = await insertTenant(database.db, `tenant-${(tenants += 1)}`);
  for (const told of [peer.statuses, peer.comments, peer.faults]) told.length = 0;
});

const logger = pino({ level: 'silent' });
const settings = { ...settingsFrom({}), publicUrl: 'https://ci.example.org' };
const deliver = () =>
  deliverReports(
    { db: database.db, settings, logger, stopping: new AbortController().signal },
    createGithubApp(peer, logger),
  );

async function happened(run: RunRow): Promise<void> {
  const event = { status: 'queued', message: 'something happened' } as const;
  await database.db.transaction().execute((trx) => recordRunEvent(trx, run, event));
}

async function changed(changes: Parameters<typeof insertRun>[2]): Promise<RunRow> {
  const run = await insertRun(database.db, tenant, changes);
  await happened(run);
  return run;
}

async function becomes(run: RunRow, changes: Updateable<RunsTable>): Promise<void> {
  await database.db.updateTable('runs').set(changes).where('id', '=', run.id).execute();
  await happened(run);
}

const passed = { status: 'pass', ended: 'completed', planned_count: 1, reported_count: 1, pass_count: 1 } as const;

/** As if the wait that a failure begins were over. */
const waitIsOver = () => database.db.updateTable('forge_reports').set({ next_attempt_at: '2020-01-01' }).execute();

test('a run has a status at its commit, which says how it stands when it is told', async () => {
  const run = await changed({ platform: 'windows', planned_count: 3 });
  await becomes(run, { status: 'running' });
  await deliver();
  await deliver();
  expect(peer.statuses).toEqual([
    {
      repository: 'Video/Extractor',
      sha: run.commit_sha,
      state: 'pending',
      context: `CI - windows (tenant-${tenants})`,
      description: '0 of 3 tests reported',
      target_url: `https://ci.example.org/api/v1/runs/${run.id}`,
    },
  ]);
  await becomes(run, passed);
  await deliver();
  expect(peer.statuses.map(({ state }) => state)).toEqual(['pending', 'success']);
  expect(peer.faults).toEqual([]);
});

test('of a transaction that comes to nothing nothing is told', async () => {
  const run = await insertRun(database.db, tenant);
  const undone = database.db.transaction().execute(async (trx) => {
    await recordRunEvent(trx, run, { status: 'queued', message: 'never mind' });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await deliver();
  expect(peer.statuses).toEqual([]);
});

test.each<[string, Refusal, number]>([
  ['without an answer of its own', { status: 502 }, 15_000],
  ['for a while', { status: 503, headers: { 'Retry-After': '40' } }, 40_000],
  ['with a limit and how long to wait', { status: 403, headers: { 'Retry-After': '40' } }, 40_000],
  ['with a limit that ends at a moment', { status: 403, headers: { 'X-RateLimit-Remaining': '0' } }, 0],
  ['with a limit of many requests', { status: 429 }, 15_000],
])('what GitHub refused %s is told later', async (_, refusal, waitMs) => {
  const ends = { 'X-RateLimit-Reset': String(Math.ceil(Date.now() / 1000) - 1) };
  peer.answerNext({ ...refusal, headers: { ...refusal.headers, ...ends } });
  await changed({});
  const { now } = await database.db.selectNoFrom((eb) => eb.fn<string>('now', []).as('now')).executeTakeFirstOrThrow();
  await deliver();
  const { next_attempt_at } = await database.db
    .selectFrom('forge_reports')
    .select('next_attempt_at')
    .where('domain_id', '=', tenant.domain_id)
    .executeTakeFirstOrThrow();
  const waited = Date.parse(next_attempt_at) - Date.parse(now);
  expect(waited).toBeGreaterThanOrEqual(waitMs);
  expect(peer.statuses).toHaveLength(waitMs === 0 ? 1 : 0);
  await waitIsOver();
  await deliver();
  expect(peer.statuses).toHaveLength(1);
});

test.each(['Video/uninstalled', 'Video/moved'])('%s is told nothing, and not asked again', async (name) => {
  await database.db.updateTable('repositories').set({ name }).where('id', '=', tenant.repository_id).execute();
  const run = await changed({});
  await deliver();
  await database.db.updateTable('repositories').set({ name: 'Video/Extractor' }).where('name', '=', name).execute();
  await waitIsOver();
  await deliver();
  expect(peer.statuses).toEqual([]);
  await becomes(run, { status: 'running' });
  await deliver();
  expect(peer.statuses).toHaveLength(1);
});

test('of many at once one tells of a run', async () => {
  await changed({});
  await Promise.all(Array.from({ length: 5 }, deliver));
  expect(peer.statuses).toHaveLength(1);
});

test('what changes while it is told is told after it, and by nobody before', async () => {
  const run = await changed({});
  peer.before('repos/create-commit-status', async () => {
    await becomes(run, passed);
    await deliver();
  });
  await deliver();
  await deliver();
  expect(peer.statuses.map(({ state }) => state)).toEqual(['pending', 'success']);
});

test('who dies on the way leaves what another tells again, and no second comment', async () => {
  await becomes(await changed({ pr_number: 19 }), passed);
  await deliver();
  const own = database.db.updateTable('forge_reports').where('domain_id', '=', tenant.domain_id);
  await own.set({ told_revision: 0 }).execute();
  await deliver();
  expect(peer.statuses).toHaveLength(2);
  expect(peer.comments).toMatchObject([{ pullRequest: 19, edits: 1 }]);
});

test('what changed a day ago is not told any more', async () => {
  await changed({});
  const changed_at = new Date(Date.now() - 25 * 3_600_000).toISOString();
  await database.db.updateTable('forge_reports').set({ changed_at }).execute();
  await deliver();
  expect(peer.statuses).toEqual([]);
});

test('a pull request has one comment, which begins with the first end and follows both platforms', async () => {
  const linux = await changed({ pr_number: 17, platform: 'linux', commit_sha: 'c'.repeat(40) });
  const windows = await changed({ pr_number: 17, platform: 'windows', commit_sha: 'c'.repeat(40) });
  await deliver();
  expect(peer.comments).toEqual([]);
  await becomes(linux, passed);
  await Promise.all([deliver(), deliver()]);
  expect(peer.comments).toHaveLength(1);
  expect(peer.comments[0]?.body).toContain('| linux | `cccccccccccc` | **pass**');
  expect(peer.comments[0]?.body).toContain('| windows | `cccccccccccc` | **queued**');
  await becomes(windows, { status: 'error', ended: 'infrastructure' });
  await Promise.all([deliver(), deliver()]);
  expect(peer.comments).toMatchObject([{ pullRequest: 17, edits: 1 }]);
  expect(peer.comments[0]?.body).toContain('**error**');
  await changed({ pr_number: 17, platform: 'linux', commit_sha: 'd'.repeat(40) });
  await deliver();
  expect(peer.comments[0]?.body).toContain('| linux | `dddddddddddd` | **queued**');
  expect(peer.faults).toEqual([]);
});

test('the comment is found behind many others, and a person who wrote its first line keeps theirs', async () => {
  const repository = 'Video/Extractor';
  const marker = `<!-- spci:tenant-${tenants} -->`;
  for (let id = 1; id <= 130; id += 1)
    peer.comments.push({ id, repository, pullRequest: 18, body: marker, appId: undefined, edits: 0 });
  const run = await changed({ pr_number: 18 });
  await becomes(run, { status: 'canceled', ended: 'canceled' });
  await deliver();
  await becomes(run, passed);
  await deliver();
  expect(peer.comments).toHaveLength(131);
  expect(peer.comments.filter(({ edits }) => edits > 0)).toMatchObject([{ id: 131, edits: 1 }]);
});

test('no comment is begun where the own one may be behind too many others', async () => {
  const repository = 'Video/Extractor';
  for (let id = 1; id <= 500; id += 1)
    peer.comments.push({ id, repository, pullRequest: 20, body: 'Me too', appId: undefined, edits: 0 });
  await becomes(await changed({ pr_number: 20 }), passed);
  await deliver();
  expect(peer.comments).toHaveLength(500);
});
