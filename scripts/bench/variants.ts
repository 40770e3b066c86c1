import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ended, environmentOf, pidOf, profiling, root, startServer } from './bench-server.ts';
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

export async function startVariants(bench: Bench): Promise<Variants> {
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended));
  };
  try {
    const { child, url } = await startServer(bench, children);
    const server = httpVariant('this server', pidOf(child), url, bench);
    const express = await startExpress(bench, children);
    const raw = await startRaw(bench, children);
    return { server, express, raw, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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

function httpVariant(name: VariantName, pid: number, url: string, { token, runIds }: Bench): HttpVariant {
  const get = keepAliveClient(url, token);
  const round = (endpoint: Endpoint, requests: number): Promise<Timings> =>
    measure(requests, async (serial) => {
      await get(pathOf(endpoint, runIds, serial));
    });
  return { name, pid, get, round };
}
