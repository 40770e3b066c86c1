import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startServerProcess } from '../../contract-tests/harness/server-process.ts';
import { sharedEnvironment } from '../../contract-tests/harness/shared-servers.ts';
import { runJest, sum, type Outcome } from '../run-checks.ts';
import { quietRedocly } from './drift.ts';

export interface Traffic {
  readonly har: string;
  readonly facts: string;
  /** The server as the recording names it. */
  readonly server: string;
  readonly tests: Outcome;
}

interface Project {
  readonly displayName: string;
  readonly globalSetup?: string;
  readonly globalTeardown?: string;
}

/** Of the project of contract tests, with a server that is there already. */
async function configuration(): Promise<string> {
  const { jest } = JSON.parse(await readFile('package.json', 'utf8')) as { jest: { projects: Project[] } };
  const project = jest.projects.find(({ displayName }) => displayName === 'contract-embedded');
  const { globalSetup: _start, globalTeardown: _stop, ...kept } = project ?? {};
  return JSON.stringify({ ...kept, rootDir: process.cwd(), testTimeout: 60_000 });
}

/** Free a moment ago: the server must know the address of the proxy before there is one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** It says so on its error output. */
async function listening(proxy: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let text = '';
  proxy.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.includes('Proxy listening')) resolve();
  });
  proxy.once('close', () => reject(new Error(`redocly proxy ended: ${text}`)));
  return promise;
}

async function end(proxy: ChildProcess): Promise<void> {
  if (proxy.exitCode !== null || proxy.signalCode !== null) return;
  proxy.kill('SIGINT');
  await once(proxy, 'close');
}

/** Runs these files of contract tests against a server behind `redocly proxy`, each list by itself and in this order. */
export async function recordTraffic(lists: readonly (readonly string[])[], directory: string): Promise<Traffic> {
  const [har, facts] = [join(directory, 'traffic.har'), join(directory, 'facts')];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServerProcess({ environment: { ...sharedEnvironment, SPCI_PUBLIC_URL: url } });
  const words = ['proxy', '--target', server.url, '--port', String(port), '--har', har];
  const proxy = spawn('redocly', words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...quietRedocly },
  });
  try {
    await listening(proxy);
    const environment = { SPCI_TEST_EMBEDDED: url, SPCI_CONTRACT_COVERAGE: facts };
    const config = await configuration();
    const outcomes: Outcome[] = [];
    for (const files of lists)
      outcomes.push(
        await runJest(['--runInBand', '--silent', '--config', config, '--runTestsByPath', ...files], { environment }),
      );
    return { har, facts, server: server.url, tests: sum(outcomes) };
  } finally {
    await end(proxy);
    await server.stop();
  }
}
