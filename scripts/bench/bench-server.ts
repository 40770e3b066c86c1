import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bench } from './seed.ts';

export const root = join(import.meta.dirname, '../..');
const startMs = 60_000;

export interface BenchServer {
  readonly child: ChildProcess;
  readonly url: string;
}

interface ServerOptions {
  readonly name?: string;
  /** `SPCI_LIMITS`; empty for those that are configured by default. */
  readonly limits?: string;
  /** Further settings. */
  readonly environment?: Readonly<Record<string, string>>;
}

const unreached = 'read=100000000/60,write=100000000/60,worker=100000000/60';

/**
 * Production's way but for the rate limits: every check on, one log line a request, written to a file. The child is
 * among `children` as soon as it runs.
 */
export async function startServer(
  bench: Bench,
  children: ChildProcess[],
  { name = 'server', limits = unreached, environment = {} }: ServerOptions = {},
): Promise<BenchServer> {
  const directory = join(bench.directory, name);
  await mkdir(directory);
  const log = openSync(join(directory, 'log'), 'a');
  const child = spawn(process.execPath, [...profiling(), 'src/processes/server.ts'], {
    cwd: root,
    stdio: ['ignore', log, 'inherit'],
    env: {
      ...environmentOf(bench, directory),
      PORT: '0',
      SPCI_ROLE: 'http',
      SPCI_LIMITS: limits,
      ...environment,
    },
  });
  children.push(child);
  for (const until = Date.now() + startMs; Date.now() < until && child.exitCode === null; await delay(50)) {
    const facts = await readFile(join(directory, 'server.json'), 'utf8').catch(() => undefined);
    if (facts === undefined) continue;
    if (!(await readFile(join(directory, 'log'), 'utf8')).includes('checks are warm')) continue;
    const { url } = JSON.parse(facts) as { url: string };
    return { child, url };
  }
  throw new Error(`the server did not start: ${await readFile(join(directory, 'log'), 'utf8')}`);
}

/** A process for background work alone; it is at work when this resolves. */
export async function startBackground(
  bench: Bench,
  children: ChildProcess[],
  { name, environment }: Required<Pick<ServerOptions, 'name' | 'environment'>>,
): Promise<void> {
  const directory = join(bench.directory, name);
  await mkdir(directory);
  const file = join(directory, 'log');
  const log = openSync(file, 'a');
  const child = spawn(process.execPath, [...profiling(), 'src/processes/server.ts'], {
    cwd: root,
    stdio: ['ignore', log, 'inherit'],
    env: { ...environmentOf(bench, directory), SPCI_ROLE: 'jobs', ...environment },
  });
  children.push(child);
  for (const until = Date.now() + startMs; Date.now() < until && child.exitCode === null; await delay(50))
    if ((await readFile(file, 'utf8')).includes('"msg":"ready"')) return;
  throw new Error(`the background process did not start: ${await readFile(file, 'utf8')}`);
}

/** `BENCH_PROFILES=directory` leaves a V8 CPU profile of each process there. */
export function profiling(): string[] {
  const directory = process.env['BENCH_PROFILES'];
  return directory === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${directory}`];
}

/** The variables of this process without those that would configure a server. */
export function environmentOf(bench: Bench, directory: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SPCI_|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    DATABASE_URL: bench.databaseUrl,
    SPCI_LOOKUP_KEYS: bench.lookupKeys,
    SPCI_DATA_DIR: directory,
  };
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  await once(child, 'exit');
}

export function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('a child did not start');
  return pid;
}
