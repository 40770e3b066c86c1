// Runs the demo while its server, its worker and its database are killed at random moments, and compares the report with
// that of an undisturbed run: nothing acknowledged may be lost or doubled.
// --server N --worker N --database N (kills of each) --on embedded|postgres --seed N --versions a,b
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { DemoReport } from './demo/demo-report.ts';
import { findServer, isAlive } from './demo/children.ts';
import { close } from './run-checks.ts';
import { PostgresUnavailable, startPostgres, type PostgresServer } from './test-postgres.ts';

const leaseMs = 5_000;

const { values: options } = parseArgs({
  options: {
    server: { type: 'string', default: '0' },
    worker: { type: 'string', default: '0' },
    database: { type: 'string', default: '0' },
    on: { type: 'string', default: 'embedded' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    versions: { type: 'string' },
  },
});

/** Mulberry32: the same moments for the same seed, as far as the machine allows. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const victims = ['server', 'worker', 'database'] as const;
type Victim = (typeof victims)[number];

/** Whom to kill, in an order by chance. */
function planKills(random: () => number): Victim[] {
  const kills = victims.flatMap((victim) => Array.from({ length: Number(options[victim]) }, () => victim));
  return kills
    .map((victim) => ({ victim, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ victim }) => victim);
}

/** A database that keeps what it acknowledged through a crash; undefined where the server embeds its own. */
interface Database {
  readonly url: string;
  /** Kills every process of it and starts it again on the same data. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

async function startDatabase(): Promise<Database | undefined> {
  if (options.on !== 'postgres') return undefined;
  let server: PostgresServer = await startPostgres({ durable: true });
  return {
    url: server.url,
    crash: async () => {
      server.kill();
      server = await startPostgres({ durable: true, resume: server });
    },
    stop: () => server.stop(),
  };
}

interface Stage {
  readonly directory: string;
  readonly report: string;
  readonly database: Database | undefined;
}

function startDemo({ directory, report, database }: Stage): ChildProcess {
  const words = [
    'scripts/demo.ts',
    '--once',
    '--no-progress',
    '--report',
    report,
    ...(options.versions === undefined ? [] : ['--versions', options.versions]),
  ];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const chosen = database === undefined ? {} : { DATABASE_URL: database.url };
  const environment = { ...inherited, ...chosen, SPCI_DATA_DIR: directory, SPCI_LEASE_MS: String(leaseMs) };
  return spawn(process.execPath, words, { env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** The worker of this demo, by the directory on its command line. */
async function findWorker(directory: string): Promise<number | undefined> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const words = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (words.includes('src/processes/worker.ts') && words.includes(join(directory, 'worker'))) return Number(name);
  }
  return undefined;
}

async function findVictim(victim: Victim, { directory, database }: Stage): Promise<number | Database | undefined> {
  if (victim === 'database') return database;
  return victim === 'worker' ? findWorker(directory) : (await findServer(directory))?.pid;
}

/** Kills a process and waits until it is gone; false when it had gone by itself. */
async function killProcess(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await delay(10);
  return true;
}

/** Kills the victim at a moment by chance after it has come (back); false when the demo was over before. */
async function killOnce(victim: Victim, pauseMs: number, demo: ChildProcess, stage: Stage): Promise<boolean> {
  for (let killed = false; !killed;) {
    const found = await findVictim(victim, stage);
    await delay(found === undefined ? 50 : pauseMs);
    if (demo.exitCode !== null) return false;
    if (typeof found === 'number') killed = await killProcess(found);
    else if (found !== undefined) killed = await found.crash().then(() => true);
  }
  return true;
}

/** All pauses together end before an undisturbed demo would, so no kill comes too late. */
async function disturb(demo: ChildProcess, stage: Stage, undisturbedMs: number): Promise<number> {
  const random = randomFrom(Number(options.seed));
  const planned = planKills(random);
  const longestPauseMs = (0.8 * undisturbedMs) / planned.length;
  for (const [earlier, victim] of planned.entries()) {
    if (!(await killOnce(victim, random() * longestPauseMs, demo, stage))) return earlier;
    console.log(`kill ${earlier + 1} of ${planned.length}: ${victim}`);
  }
  return planned.length;
}

interface Demonstration {
  readonly report: DemoReport | undefined;
  readonly code: number;
  readonly kills: number;
  /** From its start to its end. */
  readonly tookMs: number;
}

/** A demo from start to end; with kills where it is known how long it takes without. */
async function demonstrate(undisturbedMs?: number): Promise<Demonstration> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-kills-'));
  const database = await startDatabase();
  const stage = { directory, report: join(directory, 'report.json'), database };
  const startedAt = performance.now();
  const demo = startDemo(stage);
  try {
    const ended = once(demo, 'exit');
    const kills = undisturbedMs === undefined ? 0 : await disturb(demo, stage, undisturbedMs);
    await ended;
    const tookMs = performance.now() - startedAt;
    const text = await readFile(stage.report, 'utf8').catch(() => undefined);
    const report = text === undefined ? undefined : (JSON.parse(text) as DemoReport);
    return { report, code: demo.exitCode ?? 1, kills, tookMs };
  } finally {
    demo.kill();
    await database?.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** What must be the same: everything but ids, times and attempts. */
function essence({ runs, proofs, spec_digest }: DemoReport): unknown {
  return {
    spec_digest,
    runs: runs.map(({ run_id: _run, attempts: _attempts, results, ...run }) => ({
      ...run,
      results: results.map(({ regression_test_id: _test, outputs, ...result }) => ({
        ...result,
        outputs: outputs.map(({ output_id: _output, ...output }) => output),
      })),
    })),
    proofs: proofs.map(({ run_id: _run, ...proof }) => proof),
  };
}

const equal = (one: DemoReport | undefined, other: DemoReport | undefined): boolean =>
  one !== undefined && other !== undefined && isDeepStrictEqual(essence(one), essence(other));

/** Whether the demo came to the same end with every kill that was planned. */
async function compare(): Promise<boolean> {
  const planned = victims.reduce((total, victim) => total + Number(options[victim]), 0);
  const shares = victims.map((victim) => `${options[victim]} of the ${victim}`).join(', ');
  console.log(`seed ${options.seed}, kills: ${shares}; ${options.on} database, lease ${leaseMs} ms`);
  const calm = await demonstrate();
  const disturbed = await demonstrate(calm.tookMs);
  const same = calm.code === 0 && disturbed.code === 0 && equal(calm.report, disturbed.report);
  const attempts = disturbed.report?.runs.reduce((total, run) => total + run.attempts, 0) ?? 0;
  console.log(
    `exit ${calm.code} undisturbed and ${disturbed.code} with ${disturbed.kills} kills, ${attempts} attempts; reports ${same ? 'equal' : 'DIFFER'}`,
  );
  console.log(`duration ${calm.report?.duration_ms} ms undisturbed, ${disturbed.report?.duration_ms} ms disturbed`);
  return same && disturbed.kills === planned;
}

if (options.on === 'embedded' && options.database !== '0')
  throw new Error('the embedded database dies with its server: --database needs --on postgres');
try {
  close((await compare()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
} catch (error) {
  if (!(error instanceof PostgresUnavailable)) throw error;
  console.log(`postgres: not run (${error.message})`);
  process.exitCode = 1;
}
