import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startGithubPeer } from '../../src/testing/github-peer.ts';
import { migratedSnapshot } from '../../src/testing/migrated-database.ts';
import { operatorEmail, operatorPassword } from './operator.ts';
import { webhookSecret } from './own-headers.ts';

const root = join(import.meta.dirname, '../..');
const startMs = 60_000;

/** Raised as an operator would raise them; nothing else differs from production. */
export const raisedLimits =
  'login=1000/900,mail=1000000/60,read=1000000/60,write=1000000/60,health=1000000/60,worker=1000000/60';

export interface ServerProcess {
  /** Empty: it answers nobody. */
  readonly url: string;
  readonly directory: string;
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly databaseUrl?: string;
  /** Kept after the stop; a new one, whose embedded database is migrated, is made and removed when none is given. */
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The variables of this process without those that would configure a server. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SPCI_|DATABASE_URL$|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(kept);
}

async function newDirectory(embedsDatabase: boolean): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-test-'));
  if (!embedsDatabase) return directory;
  await mkdir(join(directory, 'pgdata'), { mode: 0o700 });
  await promisify(execFile)('tar', ['-xf', await migratedSnapshot(), '-C', join(directory, 'pgdata')]);
  return directory;
}

/** A server as a process of its own, once it is ready; it has a GitHub of its own. */
export async function startServerProcess(options: ServerOptions = {}): Promise<ServerProcess> {
  const directory = options.directory ?? (await newDirectory(options.databaseUrl === undefined));
  const github = await startGithubPeer();
  const child = spawn(process.execPath, ['src/processes/server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...plainEnvironment(),
      PORT: '0',
      SPCI_DATA_DIR: directory,
      SPCI_BOOTSTRAP_EMAIL: operatorEmail,
      SPCI_BOOTSTRAP_PASSWORD: operatorPassword,
      SPCI_LIMITS: raisedLimits,
      SPCI_LEGACY_TOKENS: 'on',
      SPCI_FTP_PORT: '0',
      SPCI_PREFLIGHT_REACH: '127.0.0.0/8',
      SPCI_FFPROBE: join(root, 'src/testing/ffprobe'),
      ...github.environment,
      SPCI_GITHUB_WEBHOOK_SECRET: webhookSecret,
      ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
      ...options.environment,
    },
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  const output = (): string => chunks.join('');
  const isSilent = options.environment?.['SPCI_ROLE'] === 'jobs';
  const addressIn = async (): Promise<string | undefined> =>
    isSilent ? (/"msg":"ready"/.test(output()) ? '' : undefined) : announcedUrl(directory, child);
  const url = await readyUrl(addressIn, child, output);
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await github.stop();
    if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
  };
  return { url, directory, child, output, stop };
}

async function announcedUrl(directory: string, child: ChildProcess): Promise<string | undefined> {
  const text = await readFile(join(directory, 'server.json'), 'utf8').catch(() => '');
  const facts = text === '' ? undefined : (JSON.parse(text) as { pid: number; url: string });
  return facts?.pid === child.pid ? facts?.url : undefined;
}

async function readyUrl(
  addressIn: () => Promise<string | undefined>,
  child: ChildProcess,
  output: () => string,
): Promise<string> {
  for (
    const until = Date.now() + startMs;
    Date.now() < until && child.exitCode === null && child.signalCode === null;
    await delay(50)
  ) {
    const url = await addressIn();
    if (url !== undefined) return url;
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not become ready:\n${output().slice(-4000)}`);
}
