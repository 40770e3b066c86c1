import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorEmail, operatorPassword } from '../harness/operator.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { everyScope, signIn } from '../harness/world.ts';

const root = join(import.meta.dirname, '../..');
let project = '';
let server: ServerProcess | undefined;
let worker: ChildProcess | undefined;

const environment = { ...process.env, NODE_OPTIONS: '' };

/** Runs a program to its end; what it printed, when it succeeded. */
async function execute(command: string, words: readonly string[], cwd: string, extra = {}): Promise<string> {
  const child = spawn(command, words, { cwd, env: { ...environment, ...extra }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ${words.join(' ')}: ${code}\n${output}`);
  return output;
}

const tscOptions = {
  target: 'es2024',
  lib: ['es2024', 'esnext.array', 'esnext.disposable'],
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
};

/** The package and its dependencies as tarballs: the registry is not asked. */
async function installPackage(): Promise<void> {
  const built = join(project, 'built');
  await execute('node', ['scripts/build-sdk.ts', '--out', built], root);
  const packages = [
    built,
    ...['openapi-fetch', 'openapi-typescript-helpers'].map((name) => join(root, 'node_modules', name)),
  ];
  await execute('npm', ['pack', '--ignore-scripts', ...packages], project);
  const tarballs = (await readdir(project)).filter((name) => name.endsWith('.tgz')).map((name) => `./${name}`);
  await execute('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], project);
}

async function startWorker(url: string): Promise<ChildProcess> {
  const operator = await signIn(url, operatorEmail, operatorPassword, everyScope);
  const body = { name: 'sdk', platforms: ['linux' as const] };
  const { worker_token } = await operator.expect('createWorker', 201, { body });
  const words = ['src/processes/worker.ts', '--platform', 'linux', '--data', join(project, 'worker')];
  const env = { ...environment, SPCI_URL: url, SPCI_WORKER_TOKEN: worker_token };
  return spawn(process.execPath, words, { cwd: root, env, stdio: 'ignore' });
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'spci-stranger-'));
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  await writeFile(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: tscOptions, files: ['program.ts'] }),
  );
  await cp(join(import.meta.dirname, 'sdk-program.ts'), join(project, 'program.ts'));
  server = await startServerProcess();
  worker = await startWorker(server.url);
});

afterAll(async () => {
  if (worker !== undefined && worker.exitCode === null) {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
  await server?.stop();
  await rm(project, { recursive: true, force: true });
});

test('the packed SDK installs, compiles strictly and takes a stranger from a token to the bytes of a run', async () => {
  await installPackage();
  await execute('tsc', ['-p', '.'], project);
  const account = { SPCI_URL: server?.url, SPCI_EMAIL: operatorEmail, SPCI_PASSWORD: operatorPassword };
  expect(await execute('node', ['program.js'], project, account)).toContain('a stranger got through');
});
