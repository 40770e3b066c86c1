// How fast queued preflight jobs are done by one background process, and what that does to the API of another process, on
// one PostgreSQL (`--jobs 50` to try it); then the same jobs again, which take over what is found already. Exit: 0 when every job is completed and the API stays within the bound, 1 otherwise.
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { registerSite } from '../../src/features/sites/site-registration.ts';
import { siteSettings } from '../../src/testing/site-settings.ts';
import { startLoopbackHost } from '../../src/testing/loopback-hosts.ts';
import { ended, root, startBackground, startServer, type BenchServer } from './bench-server.ts';
import { percentile } from './percentile.ts';
import { openBench, type Bench } from './seed.ts';

const apiP99MsMax = 250;
const quietMs = 10_000;
const askEveryMs = 20;
const { values } = parseArgs({ options: { jobs: { type: 'string', default: '1000' } } });
const jobs = Number(values.jobs);
const settings = { SPCI_PREFLIGHT_REACH: '127.0.0.0/8' };

/** Of the list that pages show first, each from the moment at which it was due. */
async function listMs({ url }: BenchServer, token: string, working: () => boolean): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const ask = async (dueAt: number): Promise<number> => {
    const response = await fetch(`${url}/api/v1/runs`, { headers: { authorization: `Bearer ${token}` } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`the list of runs was answered ${response.status}`);
    return performance.now() - dueAt;
  };
  for (let dueAt = performance.now(); working(); dueAt += askEveryMs) {
    await delay(Math.max(0, dueAt - performance.now()));
    asked.push(ask(dueAt));
  }
  return Promise.all(asked);
}

async function queueJobs({ url }: BenchServer, token: string, page: string, reuse: boolean): Promise<void> {
  const queuedAt = performance.now();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (let index = 0; index < jobs; index += 1) {
    const body = JSON.stringify({ urls: [`${page}?${index}`], step: 'identify', reuse });
    const response = await fetch(`${url}/api/v1/preflight/jobs`, { method: 'POST', headers, body });
    if (response.status !== 202) throw new Error(`a job was answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  }
  console.log(`${jobs} jobs queued one by one, each with its probe, in ${Math.round(performance.now() - queuedAt)} ms`);
}

async function countWaiting({ database }: Bench): Promise<number> {
  const { count } = await database.db
    .selectFrom('preflight_jobs')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'in_progress')
    .executeTakeFirstOrThrow();
  return count;
}

const shown = (values: readonly number[]): string =>
  `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms`;

interface Done {
  readonly tookMs: number;
  readonly isWhole: boolean;
  /** Of the list of runs meanwhile. */
  readonly listedMs: readonly number[];
}

/** All that are queued, by a background process of their own. */
async function doJobs(bench: Bench, children: ChildProcess[], server: BenchServer, reuse: boolean): Promise<Done> {
  await startBackground(bench, children, { name: reuse ? 'reusing' : 'background', environment: settings });
  const startedAt = performance.now();
  let waiting = jobs;
  const watching = (async () => {
    while (waiting > 0) {
      await delay(250);
      waiting = await countWaiting(bench);
    }
  })();
  const listedMs = await listMs(server, bench.token, () => waiting > 0);
  await watching;
  const tookMs = performance.now() - startedAt;
  const isWhole = await tellJobs(bench, tookMs, reuse);
  await Promise.all(children.splice(-1).map(ended));
  return { tookMs, isWhole, listedMs };
}

/** Of the jobs themselves, once they were begun. */
async function tellJobs({ database }: Bench, tookMs: number, reuse: boolean): Promise<boolean> {
  const { rows } = await sql<{ status: string; ms: number }>`
    select status, extract(epoch from ended_at - started_at)::float8 * 1000 as ms from preflight_jobs
    where reuse = ${reuse}`.execute(database.db);
  const completed = rows.filter(({ status }) => status === 'completed');
  console.log(`${completed.length} of ${jobs} completed in ${(tookMs / 1000).toFixed(1)} s`);
  console.log(`${((jobs * 1000) / tookMs).toFixed(1)} jobs a second, each ${shown(completed.map(({ ms }) => ms))}`);
  return completed.length === jobs;
}

async function run(bench: Bench, children: ChildProcess[], page: string): Promise<boolean> {
  const server = await startServer(bench, children, { environment: settings });
  await queueJobs(server, bench.token, page, false);
  const quietUntil = performance.now() + quietMs;
  const before = await listMs(server, bench.token, () => performance.now() < quietUntil);
  const anew = await doJobs(bench, children, server, false);
  console.log(`\nthe same pages again, of which audits are taken over:`);
  await queueJobs(server, bench.token, page, true);
  const again = await doJobs(bench, children, server, true);
  console.log(`${(anew.tookMs / again.tookMs).toFixed(1)} times as fast as anew\n`);
  console.log(`list of runs without jobs: ${shown(before)}`);
  for (const [beside, { listedMs }] of [['jobs:  ', anew] as const, ['these: ', again] as const])
    console.log(`list of runs beside ${beside}${shown(listedMs)}; p99 ${ratioOf(listedMs, before)} times`);
  const isWithin = [anew, again].every(({ listedMs }) => percentile(listedMs, 0.99) <= apiP99MsMax);
  console.log(`\nverdict: ${isWithin ? 'within' : 'beyond'} the bound; p99 of ${apiP99MsMax} ms beside jobs binds`);
  return anew.isWhole && again.isWhole && isWithin;
}

const ratioOf = (some: readonly number[], others: readonly number[]): string =>
  (percentile(some, 0.99) / percentile(others, 0.99)).toFixed(2);

const html = await readFile(join(root, 'src/testing/preflight-site/clean.html'));
await using host = await startLoopbackHost('127.0.0.2', ({ method }, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end(method === 'HEAD' ? undefined : html);
});
const bench = await openBench();
const children: ChildProcess[] = [];
try {
  const settings = siteSettings({ name: 'Bench', base_url: host.origin });
  await registerSite(bench.database, bench.domainId, settings);
  console.log(`${jobs} jobs, Node ${process.version}`);
  process.exitCode = (await run(bench, children, `${host.origin}/clean`)) ? 0 : 1;
} finally {
  await Promise.all(children.map(ended));
  await bench.stop();
}
