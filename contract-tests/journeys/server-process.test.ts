import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../harness/client.ts';
import { readByAddress, recordedUses } from '../harness/deprecated-uses.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld } from '../harness/world.ts';

const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const safe = {
  NODE_ENV: 'production',
  SPCI_SINGLE_NODE: '1',
  SPCI_LOOKUP_KEYS: keys,
  SPCI_SEALING_KEYS: keys,
  SPCI_PUBLIC_URL: 'https://ci.example.org',
};
const directories: string[] = [];

async function stateDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-process-'));
  directories.push(directory);
  return directory;
}

/** A server that is expected to end by itself; its exit code and what it wrote. */
async function endingServer(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const env = { PATH: process.env['PATH'], PORT: '0', SPCI_DATA_DIR: await stateDirectory(), ...environment };
  const child = spawn(process.execPath, ['src/processes/server.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
});

describe('unsafe production configuration ends with 78 and names the setting, never its value', () => {
  const secret = 'c2VjcmV0LXZhbHVlLXRoYXQtbXVzdC1ub3Qtc2hvdw';
  test.each<[string, Record<string, string>]>([
    ['DATABASE_URL', { ...safe, SPCI_SINGLE_NODE: '' }],
    ['SPCI_LOOKUP_KEYS', { ...safe, SPCI_LOOKUP_KEYS: '' }],
    ['SPCI_LOOKUP_KEYS', { ...safe, SPCI_LOOKUP_KEYS: secret }],
    ['SPCI_SEALING_KEYS', { ...safe, SPCI_SEALING_KEYS: '' }],
    ['SPCI_SEALING_KEYS', { ...safe, SPCI_SEALING_KEYS: secret }],
    ['SPCI_PUBLIC_URL', { ...safe, SPCI_PUBLIC_URL: '' }],
    ['SPCI_PUBLIC_URL', { ...safe, SPCI_PUBLIC_URL: 'http://ci.example.org' }],
    ['SPCI_TRUSTED_PROXIES', { ...safe, HOST: '0.0.0.0' }],
    ['TESTING', { ...safe, TESTING: '1' }],
    ['PORT', { PORT: 'eighty' }],
    ['SPCI_LIMITS', { SPCI_LIMITS: 'read=0/60' }],
    ['SPCI_LEASE_MS', { SPCI_LEASE_MS: '999' }],
    ['SPCI_ROLE', { SPCI_ROLE: 'jobs' }],
  ])('%s', async (setting, environment) => {
    const { code, output } = await endingServer(environment);
    expect({ code, output }).toMatchObject({ code: 78 });
    expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).toMatchObject({ setting });
    expect(output).not.toContain(secret);
  });
});

describe('a server', () => {
  let server: ServerProcess | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  test('refuses a state directory that a live server has, with 75 and its pid', async () => {
    server = await startServerProcess();
    const second = await endingServer({ SPCI_DATA_DIR: server.directory });
    expect(second.code).toBe(75);
    expect(second.output).toContain(`"owner_pid":${server.child.pid}`);
  });

  test('ends with 69 when its port is taken', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const address = occupant.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await endingServer({ PORT: String(port) })).toMatchObject({ code: 69 });
    occupant.close();
  });

  test('stops cleanly on SIGTERM: exit 0, server.json gone, and what it had counted kept', async () => {
    const directory = await stateDirectory();
    server = await startServerProcess({ directory });
    const { admin } = await openWorld(server.url);
    expect(await readByAddress(admin)).toBe(200);
    server.child.kill('SIGTERM');
    const [code] = (await once(server.child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(existsSync(join(directory, 'server.json'))).toBe(false);
    server = await startServerProcess({ directory });
    const again = createClient(server.url, admin.token);
    expect(await recordedUses({ admin: again })).toMatchObject([{ item: 'query.access_token', use_count: 1 }]);
  });

  test('stops as cleanly on a SIGTERM that comes while it starts', async () => {
    const directory = await stateDirectory();
    const env = { PATH: process.env['PATH'], PORT: '0', SPCI_DATA_DIR: directory };
    const child = spawn(process.execPath, ['src/processes/server.ts'], { env, stdio: 'ignore' });
    const watcher = watch(directory);
    // The first that it writes is the lock of its directory.
    await once(watcher, 'change');
    watcher.close();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(join(directory, 'server.json'))).toBe(false);
    expect(existsSync(join(directory, 'lock'))).toBe(false);
  });

  test('killed at once after an answer, keeps what it answered and takes the directory again', async () => {
    const directory = await stateDirectory();
    server = await startServerProcess({ directory });
    const world = await openWorld(server.url);
    const made = await world.admin.expect('createRepository', 201, { body: { repository: 'video/tool' } });
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    server = await startServerProcess({ directory });
    const response = await fetch(`${server.url}/api/v1/repositories`, {
      headers: { Authorization: `Bearer ${world.admin.token}` },
    });
    expect(await response.json()).toMatchObject({ data: [made] });
  });
});
