// Runs the demo while its server, or its worker, is killed at random moments, and compares the report with that of an
// undisturbed run: nothing acknowledged may be lost or doubled. --kills N --target server|worker --seed N --versions a,b
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { DemoReport } from './demo/demo-report.ts';
import { findServer } from './demo/children.ts';
import { close } from './run-checks.ts';

const leaseMs = 5_000;

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    target: { type: 'string', default: 'server' },
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

function startDemo(directory: string, report: string): ChildProcess {
  const words = [
    'scripts/demo.ts',
    '--once',
    '--no-progress',
    '--report',
    report,
    ...(options.versions === undefined ? [] : ['--versions', options.versions]),
  ];
  const environment = { ...process.env, SPCI_DATA_DIR: directory, SPCI_LEASE_MS: String(leaseMs) };
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

async function victimOf(directory: string): Promise<number | undefined> {
  return options.target === 'worker' ? findWorker(directory) : (await findServer(directory))?.pid;
}

async function disturb(demo: ChildProcess, directory: string): Promise<number> {
  const random = randomFrom(Number(options.seed));
  let kills = 0;
  while (kills < Number(options.kills) && demo.exitCode === null) {
    await delay(500 + random() * 5_000);
    const pid = await victimOf(directory);
    if (pid === undefined || demo.exitCode !== null) continue;
    process.kill(pid, 'SIGKILL');
    kills += 1;
    console.log(`kill ${kills}: ${options.target} ${pid}`);
  }
  return kills;
}

async function demonstrate(
  disturbing: boolean,
): Promise<{ report: DemoReport | undefined; code: number; kills: number }> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-kills-'));
  const report = join(directory, 'report.json');
  const demo = startDemo(directory, report);
  const ended = once(demo, 'exit');
  const kills = disturbing ? await disturb(demo, directory) : 0;
  await ended;
  const text = await readFile(report, 'utf8').catch(() => undefined);
  await rm(directory, { recursive: true, force: true });
  return { report: text === undefined ? undefined : (JSON.parse(text) as DemoReport), code: demo.exitCode ?? 1, kills };
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

console.log(`seed ${options.seed}, ${options.kills} kills of the ${options.target}, lease ${leaseMs} ms`);
const calm = await demonstrate(false);
const disturbed = await demonstrate(true);
const ended = calm.code === 0 && disturbed.code === 0;
const equal = (one: DemoReport | undefined, other: DemoReport | undefined): boolean =>
  one !== undefined && other !== undefined && isDeepStrictEqual(essence(one), essence(other));
const same = ended && equal(calm.report, disturbed.report);
const attempts = disturbed.report?.runs.reduce((total, run) => total + run.attempts, 0) ?? 0;
console.log(
  `exit ${calm.code} undisturbed and ${disturbed.code} with ${disturbed.kills} kills, ${attempts} attempts; reports ${same ? 'equal' : 'DIFFER'}`,
);
console.log(`duration ${calm.report?.duration_ms} ms undisturbed, ${disturbed.report?.duration_ms} ms disturbed`);
close(same && disturbed.kills === Number(options.kills) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
