import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '../config.ts';
import { ffprobe, probeLimits, type ProbeLimits } from './ffprobe.ts';
import { findProgram } from './find-program.ts';
import { openMediaProbe } from './open-media-probe.ts';

const program = join(import.meta.dirname, '../testing/ffprobe');
const searchPath = process.env['PATH'] ?? '';
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-media-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function ask(content: string, limits: Partial<ProbeLimits> = {}, signal = new AbortController().signal) {
  const [prlimit = '', setpriv = ''] = [
    await findProgram('prlimit', searchPath),
    await findProgram('setpriv', searchPath),
  ];
  const path = join(directory, 'sample');
  await writeFile(path, content);
  await using file = await open(path);
  // Awaited here: the file is closed when this returns.
  return await ffprobe({ program, prlimit, setpriv }, { ...probeLimits, ...limits }).ask(file, signal);
}

async function told(content: string): Promise<string> {
  const outcome = await ask(content);
  if (outcome.kind !== 'told') throw new Error(outcome.why);
  return outcome.said.toString();
}

test('what it says is kept as it is said, and names nothing of the server', async () => {
  const said = await told('a sample');
  expect(JSON.parse(said)).toMatchObject({ streams: [{ codec_name: 'h264' }] });
  expect(said).not.toContain(directory);
});

test('it has a bound on its memory, no environment and no directory of the server, and writes no file', async () => {
  const forbidden = join(directory, 'forbidden');
  const { streams } = JSON.parse(await told(`surroundings ${forbidden}`)) as { streams: unknown[] };
  const limits = String(probeLimits.addressSpaceBytes / 1024);
  expect(streams).toEqual([{ codec_type: '0', limits, directory: '/', wrote: false }]);
});

test.each([
  ['text', { kind: 'unreadable', why: 'exit 1' }],
  ['flood', { kind: 'unreadable', why: 'it said too much' }],
  ['crash', { kind: 'cut', why: 'ended by SIGSEGV' }],
])('of %s: %j', async (content, outcome) => {
  expect(await ask(content)).toEqual(outcome);
});

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('what hangs', () => {
  test('is cut', async () => {
    expect(await ask('hang', { timeoutMs: 200 })).toEqual({ kind: 'cut', why: 'it took too long' });
  });

  test('ends when the server stops', async () => {
    const stopping = new AbortController();
    const asked = ask('hang', {}, stopping.signal);
    setTimeout(() => stopping.abort(new Error('stopped')), 100);
    await expect(asked).rejects.toThrow('stopped');
  });

  test('ends when the server is killed', async () => {
    await writeFile(join(directory, 'hanging'), 'hang');
    const url = JSON.stringify(new URL('./open-media-probe.ts', import.meta.url).href);
    const settings = JSON.stringify({ ffprobe: program, searchPath });
    const script = `
      import { open } from 'node:fs/promises';
      import { execFileSync } from 'node:child_process';
      const { openMediaProbe } = await import(${url});
      const probe = await openMediaProbe(${settings});
      void probe.ask(await open(${JSON.stringify(join(directory, 'hanging'))}), new AbortController().signal);
      const children = () => execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)], { encoding: 'utf8' });
      for (;;) {
        const pid = /(\\d+) sleep/.exec(children())?.[1];
        if (pid !== undefined) console.log(pid);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }`;
    const server = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(server.stdout, 'data')) as [Buffer];
    const pid = Number.parseInt(said.toString(), 10);
    expect(isRunning(pid)).toBe(true);
    server.kill('SIGKILL');
    await once(server, 'exit');
    while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(access(`/proc/${pid}/stat`)).rejects.toThrow();
  });
});

describe('the program', () => {
  test('is found by its path, and by its name in PATH', async () => {
    expect(await openMediaProbe({ ffprobe: program, searchPath })).toBeDefined();
    const named = { ffprobe: undefined, searchPath: `${join(program, '..')}:${searchPath}` };
    expect(await openMediaProbe(named)).toBeDefined();
  });

  test('is not used when it is off, when there is none, and when nothing bounds it', async () => {
    expect(await openMediaProbe({ ffprobe: 'off', searchPath })).toBeUndefined();
    expect(await openMediaProbe({ ffprobe: undefined, searchPath: directory })).toBeUndefined();
    expect(await openMediaProbe({ ffprobe: undefined, searchPath: join(program, '..') })).toBeUndefined();
  });

  test.each(['/no/such/ffprobe', 'no-such-ffprobe', './ffprobe'])('named %s is not there: refused', async (named) => {
    await expect(openMediaProbe({ ffprobe: named, searchPath })).rejects.toThrow(ConfigurationError);
  });
});
