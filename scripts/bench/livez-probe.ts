import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { outcomeFrom } from './addressed-client.ts';
import { pidOf, type BenchServer } from './bench-server.ts';
import { percentile } from './percentile.ts';

const everyMs = 10;
const address = '127.0.2.1';

export interface Probe {
  /** From the moment at which it was due, so that a server that stalls is not asked less. */
  readonly latencyMs: number;
  /** How much of that the event loop of the server had a core. */
  readonly loopMs: number;
}

function loopMsOf(child: ChildProcess): number {
  const pid = pidOf(child);
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

async function probe({ child, url }: BenchServer, dueAt: number): Promise<Probe> {
  const before = loopMsOf(child);
  const outcome = await outcomeFrom(address, url, { path: '/livez' });
  if (outcome !== '200') throw new Error(`/livez was answered ${outcome}`);
  return { latencyMs: performance.now() - dueAt, loopMs: loopMsOf(child) - before };
}

/** Asks steadily while `work` lasts, each time over a new connection, as supervisors do. */
export async function probeDuring<T>(
  server: BenchServer,
  work: () => Promise<T>,
): Promise<{ probes: Probe[]; result: T }> {
  const asked: Promise<Probe>[] = [];
  let working = true;
  const done = work().finally(() => (working = false));
  for (let dueAt = performance.now(); working; dueAt += everyMs) {
    await delay(Math.max(0, dueAt - performance.now()));
    asked.push(probe(server, dueAt));
  }
  return { probes: await Promise.all(asked), result: await done };
}

export function shownProbes(probes: readonly Probe[]): string {
  const shown = (values: readonly number[]): string =>
    `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms`;
  const latencies = shown(probes.map(({ latencyMs }) => latencyMs));
  return `${latencies}, of ${probes.length} (with a core: ${shown(probes.map(({ loopMs }) => loopMs))})`;
}
