import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../harness/client.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { approveRun } from '../harness/held-run.ts';
import { completeRun, makeSuite } from '../harness/suite.ts';
import { openWorld } from '../harness/world.ts';

let root: string;
let server: ServerProcess;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spci-backup-'));
  server = await startServerProcess({ directory: join(root, 'first') });
});
afterAll(async () => {
  await server?.stop();
  await rm(root, { recursive: true, force: true });
});

/** A command of its own process, over the state directory of this name. */
async function run(command: string, words: readonly string[], name: string): Promise<{ code: unknown; said: string }> {
  const env = { PATH: process.env['PATH'], SPCI_DATA_DIR: join(root, name) };
  const program = [`src/processes/${command}.ts`, ...words];
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

test('an installation with a judged run is backed up, restored elsewhere, and goes on with its tokens', async () => {
  const file = join(root, 'backup.tar');
  const world = await openWorld(server.url);
  const suite = await makeSuite(world);
  const { run_id } = await completeRun(world, suite, 'captions\n');
  await approveRun(world, suite, run_id);
  const { token } = world.admin;
  const path = { run_id };
  const told = await world.admin.expect('getRunSummary', 200, { path });

  const early = await run('backup', [file], 'first');
  expect(early).toMatchObject({ code: 75, said: expect.stringContaining(`process ${server.child.pid}`) });
  await server.stop();
  const backup = await run('backup', [file], 'first');
  expect(backup).toMatchObject({
    code: 0,
    said: expect.stringMatching(/backup\.tar: \d+ rows, 3 contents of \d+ bytes/),
  });
  expect(await run('backup', [file], 'first')).toMatchObject({ code: 73 });

  expect(await run('restore', [file], 'second')).toMatchObject({ code: 0 });
  expect(await run('restore', [file], 'second')).toMatchObject({
    code: 78,
    said: expect.stringContaining('not empty'),
  });
  await copyFile(join(root, 'first', 'lookup-keys'), join(root, 'second', 'lookup-keys'));
  server = await startServerProcess({ directory: join(root, 'second') });
  const restored = createClient(server.url, token);
  expect(await restored.expect('getRunSummary', 200, { path })).toEqual(told);
  const { data: tokens } = await restored.expect('listTokens', 200);
  const used = tokens.find(({ token_prefix }) => token?.startsWith(token_prefix));
  expect(used).toMatchObject({ last_used_at: expect.any(String) });
  const sample = await restored.expect('getSampleDownload', 200, { path: { sample_id: suite.sample.sample_id } });
  expect((await fetch(sample.download_url)).status).toBe(200);
  const next = await completeRun(
    { ...world, url: server.url, admin: restored, operator: await operatorOf(server) },
    suite,
    'captions\n',
  );
  expect(next).toMatchObject({ run_id: run_id + 1, status: 'pass' });
});

async function operatorOf({ url }: ServerProcess): Promise<Awaited<ReturnType<typeof openWorld>>['operator']> {
  return (await openWorld(url)).operator;
}

test('the commands tell how they are used, and what was wrong with it', async () => {
  const words = [['--help'], [], ['a', 'b'], ['--force', 'a']];
  for (const command of ['backup', 'restore']) {
    const told = await Promise.all(words.map((each) => run(command, each, 'third')));
    expect(told.map(({ code }) => code)).toEqual([0, 64, 64, 64]);
    expect(told.map(({ said }) => said.slice(0, 6))).toEqual(told.map(() => 'usage:'));
  }
  expect(await run('restore', [join(root, 'absent')], 'third')).toMatchObject({ code: 66 });
  const foreign = await run('restore', ['README.md'], 'third');
  expect(foreign).toMatchObject({ code: 65, said: expect.stringContaining('no archive') });
  expect(existsSync(join(root, 'third'))).toBe(false);
});
