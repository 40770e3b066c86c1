import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathOf, type Endpoint } from './endpoints.ts';
import { keepAliveClient, measure, type Get, type Timings } from './load.ts';
import type { RawOrder } from './raw-driver.ts';
import type { Bench } from './seed.ts';

export const variantNames = ['this server', 'bare Express', 'raw pg driver'] as const;
export type VariantName = (typeof variantNames)[number];

/** A process under load. */
export interface Variant {
  readonly name: VariantName;
  readonly pid: number;
  round(endpoint: Endpoint, requests: number): Promise<Timings>;
}

export interface HttpVariant extends Variant {
  readonly get: Get;
}

export interface Variants {
  readonly server: HttpVariant;
  readonly express: HttpVariant;
  readonly raw: Variant;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const startMs = 60_000;

export async function startVariants(bench: Bench): Promise<Variants> {
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended));
  };
  try {
    const server = await startServer(bench, children);
    const express = await startExpress(bench, children);
    const raw = await startRaw(bench, children);
    return { server, express, raw, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Production's way but for the rate limits: every check on, one log line a request, written to a file. */
async function startServer(bench: Bench, children: ChildProcess[]): Promise<HttpVariant> {
  const directory = join(bench.directory, 'server');
  await mkdir(directory);
  const log = openSync(join(directory, 'log'), 'a');
  const child = spawn(process.execPath, [...profiling(), 'src/processes/server.ts'], {
    cwd: root,
    stdio: ['ignore', log, 'inherit'],
    env: {
      ...environmentOf(bench, directory),
      PORT: '0',
      SPCI_ROLE: 'http',
      SPCI_LIMITS: 'read=100000000/60',
    },
  });
  children.push(child);
  for (const until = Date.now() + startMs; Date.now() < until && child.exitCode === null; await delay(50)) {
    const facts = await readFile(join(directory, 'server.json'), 'utf8').catch(() => undefined);
    if (facts === undefined) continue;
    if (!(await readFile(join(directory, 'log'), 'utf8')).includes('checks are warm')) continue;
    const { url } = JSON.parse(facts) as { url: string };
    return httpVariant('this server', pidOf(child), url, bench);
  }
  throw new Error(`the server did not start: ${await readFile(join(directory, 'log'), 'utf8')}`);
}

/** `BENCH_PROFILES=directory` leaves a V8 CPU profile of each process there. */
function profiling(): string[] {
  const directory = process.env['BENCH_PROFILES'];
  return directory === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${directory}`];
}

async function startExpress(bench: Bench, children: ChildProcess[]): Promise<HttpVariant> {
  const { child, message } = await startChild('bare-express.ts', environmentOf(bench, bench.directory), children);
  return httpVariant('bare Express', pidOf(child), String(message), bench);
}

async function startRaw(bench: Bench, children: ChildProcess[]): Promise<Variant> {
  const { child } = await startChild(
    'raw-driver.ts',
    {
      ...environmentOf(bench, bench.directory),
      BENCH_DOMAIN_ID: String(bench.domainId),
      BENCH_RUN_IDS: bench.runIds.join(','),
    },
    children,
  );
  const round = async (endpoint: Endpoint, requests: number): Promise<Timings> => {
    child.send({ endpoint, requests } satisfies RawOrder);
    const [timings] = (await once(child, 'message')) as [Timings];
    return timings;
  };
  return { name: 'raw pg driver', pid: pidOf(child), round };
}

/** A script of this directory, once it has sent its first message. */
async function startChild(
  script: string,
  environment: NodeJS.ProcessEnv,
  children: ChildProcess[],
): Promise<{ child: ChildProcess; message: unknown }> {
  const child = fork(join(import.meta.dirname, script), { cwd: root, env: environment, execArgv: profiling() });
  children.push(child);
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended early`)));
  const [message] = (await Promise.race([once(child, 'message'), failed])) as [unknown];
  failed.catch(() => undefined);
  return { child, message };
}

/** The variables of this process without those that would configure a server. */
function environmentOf(bench: Bench, directory: string): NodeJS.ProcessEnv {
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

function httpVariant(name: VariantName, pid: number, url: string, { token, runIds }: Bench): HttpVariant {
  const get = keepAliveClient(url, token);
  const round = (endpoint: Endpoint, requests: number): Promise<Timings> =>
    measure(requests, async (serial) => {
      await get(pathOf(endpoint, runIds, serial));
    });
  return { name, pid, get, round };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('a child did not start');
  return pid;
}
