import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** A child that ends by itself is started again after a pause, in which somebody else may start it instead. */
const serverPauseMs = 5_000;
const workerPauseMs = 1_000;
const startMs = 120_000;

export interface ServerFacts {
  readonly pid: number;
  readonly url: string;
}

export interface Children {
  /** Starts the server, or finds the one that somebody else has started on the same state; its address. */
  startServer(): Promise<string>;
  startWorker(url: string, token: string): void;
  /** Ends every child and waits for it. */
  stop(): Promise<void>;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The live server of the state directory, whoever started it. */
export async function findServer(directory: string): Promise<ServerFacts | undefined> {
  const text = await readFile(join(directory, 'server.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { pid, url } = JSON.parse(text) as ServerFacts;
  return isAlive(pid) ? { pid, url } : undefined;
}

async function ownerOfLock(directory: string): Promise<number | undefined> {
  const text = await readFile(join(directory, 'lock'), 'utf8').catch(() => '');
  const pid = Number(/^\d+/.exec(text)?.[0] ?? Number.NaN);
  return Number.isInteger(pid) && isAlive(pid) ? pid : undefined;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve()),
  );
}

/** Server and worker as processes of their own, kept going until they are stopped. */
export function createChildren(directory: string, environment: NodeJS.ProcessEnv): Children {
  const running = new Set<ChildProcess>();
  const log: WriteStream = createWriteStream(join(directory, 'demo.log'), { flags: 'a', mode: 0o600 });
  let stopping = false;

  const start = (
    script: string,
    words: readonly string[],
    extra: NodeJS.ProcessEnv,
    pauseMs: number,
    again: () => Promise<void>,
  ): ChildProcess => {
    const child = spawn(process.execPath, [join('src/processes', script), ...words], {
      cwd: root,
      env: { ...environment, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      if (!stopping) void delay(pauseMs).then(() => (stopping ? undefined : again()));
    });
    return child;
  };

  const launchServer = async (port: string): Promise<void> => {
    if ((await ownerOfLock(directory)) !== undefined || (await findServer(directory)) !== undefined) {
      await delay(serverPauseMs);
      return stopping ? undefined : launchServer(port);
    }
    start('server.ts', [], { PORT: port }, serverPauseMs, async () => launchServer(await lastPort(port)));
  };
  let knownPort: string | undefined;
  const lastPort = async (fallback: string): Promise<string> => knownPort ?? fallback;

  return {
    startServer: async () => {
      await launchServer(environment['PORT'] ?? '0');
      for (const until = Date.now() + startMs; Date.now() < until; await delay(100)) {
        const facts = await findServer(directory);
        if (facts === undefined) continue;
        knownPort = new URL(facts.url).port;
        return facts.url;
      }
      throw new Error(`the server did not start; see ${join(directory, 'demo.log')}`);
    },
    startWorker: (url, token) => {
      const launch = async (): Promise<void> => {
        const words = ['--platform', 'linux', '--data', join(directory, 'worker')];
        start('worker.ts', words, { SPCI_URL: url, SPCI_WORKER_TOKEN: token }, workerPauseMs, launch);
      };
      void launch();
    },
    stop: async () => {
      stopping = true;
      const children = [...running];
      for (const child of children) child.kill('SIGTERM');
      const deadline = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 15_000);
      await Promise.all(children.map(ended));
      clearTimeout(deadline);
      log.end();
    },
  };
}
