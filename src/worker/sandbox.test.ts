import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_SANDBOX_LIMITS } from './sandbox-level.ts';
import { levelsOfThisMachine, makeTrialRoot, tryScript, untilNoneIsMarked } from './sandbox-trial.ts';

const root = await makeTrialRoot();
const levels = await levelsOfThisMachine(root);

afterAll(() => rm(root, { recursive: true, force: true }));

describe.each(levels.map((level) => [`${level.name} as ${level.identity}`, level] as const))('%s', (_, level) => {
  test('a test that ends by itself gives its exit code, standard output and lines of standard error', async () => {
    const ran = await tryScript(root, level, `say('out'); console.error('one\\ntwo'); process.exitCode = 3;`);
    expect(ran).toMatchObject({
      exit_code: 3,
      signal: null,
      timed_out: false,
      work_limit_reached: false,
      stdout_truncated: false,
      stdout: 'out',
      lines: ['one', 'two'],
    });
  });

  test('a test gets an empty environment', async () => {
    process.env['SPCI_CANARY'] = 'secret';
    const ran = await tryScript(root, level, `say(fs.readFileSync('/proc/self/environ', 'utf8'));`);
    expect(ran).toMatchObject({ exit_code: 0, stdout: '' });
  });

  test('a test runs in its work directory and can write there', async () => {
    const ran = await tryScript(root, level, `fs.writeFileSync('made', process.cwd());`);
    expect(readFileSync(join(ran.cwd, 'made'), 'utf8')).toBe(ran.cwd);
  });

  test('the work directory is closed to every other user after the test', async () => {
    const ran = await tryScript(root, level, `fs.chmodSync('.', 0o777);`);
    const stats = await stat(ran.cwd);
    expect([stats.mode & 0o777, stats.uid]).toEqual([0o700, process.getuid?.()]);
  });

  test('a sample on standard input is read from there', async () => {
    const stdinFile = join(root, randomUUID());
    writeFileSync(stdinFile, 'sample', { mode: 0o400 });
    const ran = await tryScript(root, level, `say(fs.readFileSync(0));`, { stdinFile });
    expect(ran.stdout).toBe('sample');
  });

  test('standard input is empty otherwise', async () => {
    expect(await tryScript(root, level, `say('[' + fs.readFileSync(0) + ']');`)).toMatchObject({ stdout: '[]' });
  });

  test('standard output can be opened by name', async () => {
    const ran = await tryScript(root, level, `fs.writeFileSync('/dev/stdout', 'named');`);
    expect(ran).toMatchObject({ exit_code: 0, stdout: 'named' });
  });

  test('a test killed by a signal has the exit code a shell would give', async () => {
    const ran = await tryScript(root, level, `process.kill(process.pid, 'SIGKILL');`);
    expect(ran).toMatchObject({ exit_code: 137, signal: 'SIGKILL', timed_out: false, lines: [] });
  });

  test.each([
    ['that is not there', ['/nonexistent/tool'], 127],
    ['that is not executable', [join(root, 'plain')], 126],
    ['with more words than the system takes', [process.execPath, 'x'.repeat(200_000)], 126],
  ])('a file %s has the exit code a shell would give', async (_case, argv, exitCode) => {
    writeFileSync(join(root, 'plain'), '', { mode: 0o644 });
    const ran = await tryScript(root, level, '', { argv });
    expect(ran).toMatchObject({ exit_code: exitCode, timed_out: false });
    expect(ran.lines).not.toEqual([]);
  });

  test('a test over its time is stopped', async () => {
    const ran = await tryScript(root, level, `setInterval(() => {}, 1000);`, { timeoutMs: 500, graceMs: 100 });
    expect(ran).toMatchObject({ exit_code: null, signal: null, timed_out: true, work_limit_reached: false });
  });

  test('a test over its time gets the grace to finish its files', async () => {
    const script = `
      process.on('SIGTERM', () => { fs.writeFileSync('saved', ''); process.exit(0); });
      setInterval(() => {}, 1000);
      console.error('ready');`;
    const { cwd } = await abortedWhenReady(script, { graceMs: 20_000 });
    expect(readdirSync(cwd)).toContain('saved');
  });

  test('a test that ignores SIGTERM is killed, with the children that do so too', async () => {
    const mark = randomUUID();
    const script = `
      process.on('SIGTERM', () => {});
      setInterval(() => {}, 1000);
      if (process.argv[1] === 'parent') {
        const { spawn } = require('node:child_process');
        spawn(process.execPath, [...process.execArgv, 'child', '${mark}'], { stdio: 'inherit' });
      } else console.error('ready');`;
    await abortedWhenReady(script, { graceMs: 100, words: ['parent', mark] });
    await untilNoneIsMarked(mark);
  });

  test('a test that ends leaves no process of its group', async () => {
    const mark = randomUUID();
    const script = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '${mark}'], { stdio: 'inherit' }).unref();
      say('left');`;
    expect(await tryScript(root, level, script)).toMatchObject({ exit_code: 0, stdout: 'left' });
    await untilNoneIsMarked(mark);
  });

  test('a test that was to be stopped before it began is not run', async () => {
    const reason = new Error('lease lost');
    const trial = tryScript(root, level, `say('ran');`, { signal: AbortSignal.abort(reason) });
    await expect(trial).rejects.toBe(reason);
  });

  test('more standard output than a file may have is cut and said to be', async () => {
    const limits = { ...DEFAULT_SANDBOX_LIMITS, fileSizeBytes: 1024 ** 2, workBytes: 4 * 1024 ** 2 };
    const script = `for (;;) { say('x'.repeat(65536)); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1); }`;
    const ran = await tryScript(root, level, script, { limits });
    expect(ran.exit_code).not.toBe(0);
    expect([ran.stdout_truncated, ran.stdout.length]).toEqual([true, 1024 ** 2]);
  });

  test.each([
    ['bytes', { workBytes: 1024 ** 2 }, `fs.writeFileSync('f' + n, Buffer.alloc(65536))`],
    ['entries', { workEntries: 50 }, `fs.mkdirSync('d/'.repeat(n), { recursive: true })`],
  ])('a test that fills its directory with too many %s is killed', async (_case, caps, write) => {
    const script = `
      const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      for (let n = 1; ; n += 1) { try { ${write}; } catch {} pause(); }`;
    const ran = await tryScript(root, level, script, { limits: { ...DEFAULT_SANDBOX_LIMITS, ...caps } });
    expect(ran).toMatchObject({ exit_code: 137, work_limit_reached: true, timed_out: false });
  });

  if (level.name === 'namespaces') {
    test('a sandbox that cannot be set up is an error of its own and no result of the test', async () => {
      const broken = { ...level, tools: { ...level.tools, mount: '/bin/false' } };
      await expect(tryScript(root, broken, `say('ran');`)).rejects.toMatchObject({ name: 'SandboxError' });
    });
  }

  async function abortedWhenReady(script: string, options: { graceMs: number; words?: string[] }) {
    const controller = new AbortController();
    const reason = new Error('lease lost');
    const directory = join(root, randomUUID());
    const cwd = join(directory, 'work');
    await mkdir(cwd, { recursive: true });
    const code = `const fs = require('node:fs');\n${script}`;
    const trial = tryScript(root, level, '', {
      argv: [process.execPath, '-e', code, '--', ...(options.words ?? [])],
      cwd,
      stdoutFile: join(directory, 'stdout'),
      stderr: (line) => line === 'ready' && controller.abort(reason),
      graceMs: options.graceMs,
      signal: controller.signal,
    });
    await expect(trial).rejects.toBe(reason);
    return { cwd };
  }
});
