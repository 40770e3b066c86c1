import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { chown, mkdtemp, readFile, realpath, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { embeddedBinaries, PostgresUnavailable } from './test-postgres-binaries.ts';

export { PostgresUnavailable };

export interface PostgresServer {
  url: string;
  version: string;
  dataDirectory: string;
  /** The postmaster's. */
  pid: number;
  /** Ends the server, killed or not, and removes its data unless another server has resumed on them. */
  stop(): Promise<void>;
  /** A crash: every process of the server dies at once, the data stay. */
  kill(): void;
}

export interface PostgresOptions {
  /** Acknowledged commits survive a crash, and the data are on disk. Off by default, for speed. */
  durable?: boolean;
  /** A killed server, to be started again on its data and at its URL. */
  resume?: PostgresServer;
  findPort?: () => Promise<number>;
}

export class PostgresStartFailed extends Error {
  override name = 'PostgresStartFailed';
}

/** PostgreSQL refuses root and wants a user that has a name. Every system has one with this id (`daemon` on Debian). */
const unprivilegedId = 1;

export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  return startPostgresFrom(await embeddedBinaries(), options);
}

export async function startDebianPostgres(
  options: PostgresOptions & { binaries?: string } = {},
): Promise<PostgresServer> {
  return startPostgresFrom(options.binaries ?? '/usr/lib/postgresql/15/bin', options);
}

/** Starts a server that ends with this process, however this process ends. It does not keep this process alive. */
export async function startPostgresFrom(binaries: string, options: PostgresOptions = {}): Promise<PostgresServer> {
  if (!existsSync(join(binaries, 'postgres'))) throw new PostgresUnavailable(`no PostgreSQL in ${binaries}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(binaries, options);
    } catch (error) {
      // Between choosing a free port and binding it, another process may take it.
      const portTaken = error instanceof PostgresStartFailed && error.message.includes('could not bind');
      if (!portTaken || options.resume || attempt === 5) throw error;
    }
  }
}

/**
 * The supervisor reads a pipe whose other end only this process holds. Its end of file means `stop()` or our death,
 * `kill -9` included, and ends the server. QUIT is repeated because the shell starts background commands with it
 * ignored, until the postmaster installs its handler; CONT reaches a stopped one.
 * The pid in `supervisor` names who may remove the directory: a server that resumes on it takes it over.
 */
const supervisor = `
binaries=$1 home=$2; shift 2
echo $$ >"$home/supervisor"
exec 3<&0 </dev/null >>"$home/log" 2>&1
if [ -e "$home/data/PG_VERSION" ] || "$binaries/initdb" --pgdata="$home/data" --username=postgres \
  --pwfile="$home/password" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync
then
  "$binaries/postgres" -D "$home/data" "$@" 3<&- &
  server=$!
  { read -r _ <&3; while kill -QUIT $server; do kill -CONT $server; sleep 0.1; done; } &
  watch=$!
  wait $server
  kill $watch
fi
: >"$home/ended"
read -r _ <&3
[ "$(cat "$home/supervisor")" = $$ ] && rm -rf "$home"
`;

async function startOnce(binaries: string, options: PostgresOptions): Promise<PostgresServer> {
  const { durable = false, resume, findPort = findFreePort } = options;
  const password = randomBytes(16).toString('hex');
  const url = resume?.url ?? `postgresql://postgres:${password}@127.0.0.1:${await findPort()}/postgres`;
  const home = resume ? await takeOver(resume) : await createHome(password, durable);
  const dataDirectory = join(home, 'data');

  const child = spawn('/bin/sh', ['-c', supervisor, 'sh', binaries, home, ...serverArguments(url, durable)], {
    cwd: home,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'ignore', 'ignore'],
    // A session of its own: what kills our process group leaves the supervisor to do its work.
    detached: true,
    ...(isRoot() ? { uid: unprivilegedId, gid: unprivilegedId } : {}),
  });
  const exited = once(child, 'exit');
  child.unref();
  const stop = async (): Promise<void> => {
    child.ref();
    child.stdin.destroy();
    await exited;
  };

  try {
    const pid = await untilReady(home, child);
    const version = await serverVersion(url);
    return { url, version, dataDirectory, pid, stop, kill: () => killServer(pid, dataDirectory) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(url: string, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: new URL(url).port,
    unix_socket_directories: '',
    dynamic_shared_memory_type: 'mmap',
    timezone: 'UTC',
    max_connections: 200,
    max_wal_size: '256MB',
    temp_file_limit: '1GB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function createHome(password: string, durable: boolean): Promise<string> {
  const parent = !durable && (await hasRoom('/dev/shm')) ? '/dev/shm' : tmpdir();
  const home = await mkdtemp(join(await realpath(parent), 'spci-postgres-'));
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (isRoot()) for (const path of [home, passwordFile]) await chown(path, unprivilegedId, unprivilegedId);
  return home;
}

/** In memory a template's clone takes 28 ms; on disk 60 to 500 ms. A container's 64 MB would not do. */
async function hasRoom(directory: string): Promise<boolean> {
  const free = await statfs(directory).catch(() => undefined);
  return free !== undefined && free.bavail * free.bsize > 4 * 2 ** 30;
}

/** Waits until nothing of the killed server is left, so that its data have one owner at a time. */
async function takeOver({ dataDirectory }: PostgresServer): Promise<string> {
  const home = dirname(dataDirectory);
  const ended = join(home, 'ended');
  const deadline = Date.now() + 10_000;
  while (!existsSync(ended) || processesIn(dataDirectory).length > 0) {
    if (Date.now() > deadline) throw new PostgresStartFailed(`a server still runs in ${dataDirectory}`);
    await delay(10);
  }
  await rm(ended);
  await rm(join(dataDirectory, 'postmaster.pid'), { force: true });
  return home;
}

async function untilReady(home: string, child: ChildProcess): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null && !existsSync(join(home, 'ended'))) {
    // Line 1 is the postmaster's pid, line 8 its state.
    const lines = (await readFile(join(home, 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[7]?.trim() === 'ready') return Number(lines[0]);
    await delay(20);
  }
  const log = await readFile(join(home, 'log'), 'utf8').catch(() => '');
  throw new PostgresStartFailed(`PostgreSQL did not start in ${home}:\n${log.slice(-4_000)}`);
}

async function serverVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    "select split_part(current_setting('server_version'), ' ', 1) as version",
  );
  await client.end();
  return rows[0]?.version ?? '';
}

function killServer(postmaster: number, dataDirectory: string): void {
  // The postmaster first: it starts new processes for those that die.
  killProcess(postmaster);
  processesIn(dataDirectory).forEach(killProcess);
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The processes of the server on `dataDirectory`: each of them, and nothing else, works in that directory. */
export function processesIn(dataDirectory: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => workingDirectory(pid)?.startsWith(dataDirectory));
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // Gone, a zombie, or not ours.
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { debian: { type: 'boolean' }, durable: { type: 'boolean' } } });
  const start = values.debian ? startDebianPostgres : startPostgres;
  const server = await start({ durable: values.durable ?? false });
  console.log(server.url);
  console.error(`PostgreSQL ${server.version}; Ctrl-C ends it and removes its data`);
  const alive = setInterval(() => {}, 2 ** 30);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(alive);
  await server.stop();
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    if (!(error instanceof PostgresUnavailable)) throw error;
    console.error(`postgres: not run (${error.message})`);
    process.exitCode = 1;
  });
}
