import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_SANDBOX_LIMITS, type Protection, type SandboxLevel } from './sandbox-level.ts';
import {
  levelsOfThisMachine,
  makeTrialRoot,
  processesMarked,
  promises,
  tryScript,
  untilNoneIsMarked,
} from './sandbox-trial.ts';

const root = await makeTrialRoot();
const levels = await levelsOfThisMachine(root);

afterAll(() => rm(root, { recursive: true, force: true }));

/** One test for each level of this machine that makes the promise; where none does there is nothing to break. */
function promised(protection: Protection, promise: string, keep: (level: SandboxLevel) => Promise<void>): void {
  for (const level of levels.filter((candidate) => promises(candidate, protection))) {
    test(`${protection}: ${promise} (${level.name} as ${level.identity})`, () => keep(level));
  }
}

describe('a hostile test', () => {
  test('meets a level of this machine, if only the unprotected one', () => {
    expect(levels.length).toBeGreaterThan(0);
  });

  promised('limits', 'cannot take more memory than its address space', async (level) => {
    const ran = await tryScript(root, level, `Buffer.alloc(5 * 1024 ** 3); say('taken');`);
    expect(ran).toMatchObject({ stdout: '', timed_out: false });
    expect(ran.exit_code).not.toBe(0);
  });

  promised('limits', 'is killed after its CPU time', async (level) => {
    const limits = { ...DEFAULT_SANDBOX_LIMITS, cpuSeconds: 1 };
    const ran = await tryScript(root, level, `for (;;);`, { limits });
    expect(ran).toMatchObject({ timed_out: false, work_limit_reached: false });
    expect(['SIGXCPU', 'SIGKILL']).toContain(ran.signal);
  });

  promised('limits', 'cannot write a file larger than allowed, nor a sparse one', async (level) => {
    const limits = { ...DEFAULT_SANDBOX_LIMITS, fileSizeBytes: 1024 ** 2 };
    const ran = await tryScript(
      root,
      level,
      `for (const grow of [() => fs.truncateSync('f', 2 ** 40), () => fs.appendFileSync('f', Buffer.alloc(2 ** 21))]) {
         fs.writeFileSync('f', '');
         try { grow(); say('grown'); } catch (error) { say(error.code + ' '); }
       }`,
      { limits },
    );
    expect(ran.stdout).toBe('EFBIG EFBIG ');
  });

  promised('limits', 'cannot open more files than allowed', async (level) => {
    const limits = { ...DEFAULT_SANDBOX_LIMITS, openFiles: 64 };
    const script = `for (let n = 0; n < 100; n += 1) { try { fs.openSync('.'); } catch (error) { say(error.code); break; } }`;
    expect(await tryScript(root, level, script, { limits })).toMatchObject({ stdout: 'EMFILE' });
  });

  promised('process_count', 'cannot fork without end', async (level) => {
    const limits = { ...DEFAULT_SANDBOX_LIMITS, processes: 60 };
    const script = `
      const { spawn } = require('node:child_process');
      let started = 0;
      for (let n = 0; n < 100; n += 1) {
        const child = spawn('/bin/sleep', ['60']);
        child.on('error', () => {});
        if (child.pid !== undefined) started += 1;
      }
      say(started < 60 ? 'bounded' : String(started));
      process.exit(0);`;
    expect(await tryScript(root, level, script, { limits })).toMatchObject({ exit_code: 0, stdout: 'bounded' });
  });

  promised('own_user', 'is not root, and can gain no right', async (level) => {
    const script = `say(fs.readFileSync('/proc/self/status', 'utf8'));`;
    const { stdout } = await tryScript(root, level, script);
    const status = new Map(stdout.split('\n').map((line) => [line.split(':')[0], line.split(':')[1]?.trim()]));
    expect(status.get('Uid')?.split('\t')).not.toContain('0');
    expect(status.get('Groups')).toBe('');
    expect(['CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].map((name) => Number(status.get(name)))).toEqual([0, 0, 0, 0]);
    expect(status.get('NoNewPrivs')).toBe('1');
  });

  promised('own_user', 'is in none of the groups of the worker', async (level) => {
    const script = `console.error(require('node:fs').readFileSync('/proc/self/status', 'utf8').match(/^Groups:.*/m)[0])`;
    const asMember = ['--groups=4,24', process.execPath, '--input-type=module', '-e', workerScript(level, script, '')];
    const ran = spawnSync(level.tools.setpriv ?? '', asMember, { encoding: 'utf8' });
    expect(ran).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Groups:\s*$/) });
  });

  promised('own_user', "cannot read the worker's files, nor write or link them", async (level) => {
    const secret = join(root, `secret-${randomUUID()}`);
    writeFileSync(secret, 'spcw_secret', { mode: 0o600 });
    const script = `
      const attempts = { read: () => fs.readFileSync('${secret}'), write: () => fs.appendFileSync('${secret}', 'x') };
      attempts.link = () => { fs.linkSync('${secret}', 'linked'); };
      attempts.make = () => { fs.writeFileSync('../made', ''); };
      for (const [name, attempt] of Object.entries(attempts)) { try { attempt(); say(name); } catch {} }`;
    expect(await tryScript(root, level, script)).toMatchObject({ exit_code: 0, stdout: '' });
  });

  promised('own_user', 'cannot signal the worker', async (level) => {
    const script = `try { process.kill(${process.pid}, 0); say('reached'); } catch {}`;
    expect(await tryScript(root, level, script)).toMatchObject({ exit_code: 0, stdout: '' });
  });

  promised('own_user', 'has another user id than a test that runs beside it', async (level) => {
    const trials = [1, 2, 3].map(() => tryScript(root, level, `say(String(process.getuid()));`));
    const userIds = (await Promise.all(trials)).map((ran) => ran.stdout);
    expect(new Set(userIds).size).toBe(3);
  });

  for (const protection of ['own_user', 'private_processes'] as const) {
    promised(protection, 'cannot read the environment of another process', async (level) => {
      const canary = randomUUID();
      const holder = spawn('/bin/sleep', ['1000'], { env: { SPCI_WORKER_TOKEN: canary } });
      await once(holder, 'spawn');
      const script = `
        for (const name of fs.readdirSync('/proc')) {
          try { if (fs.readFileSync('/proc/' + name + '/environ', 'utf8').includes('${canary}')) say('found'); } catch {}
        }`;
      const ran = await tryScript(root, level, script);
      holder.kill();
      expect(ran).toMatchObject({ exit_code: 0, stdout: '' });
    });
  }

  promised('no_survivors', 'leaves no process, not even one in a session of its own', async (level) => {
    const mark = randomUUID();
    const daemon = `process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {}); setInterval(() => {}, 1000);`;
    const script = `
      const { spawn } = require('node:child_process');
      const daemon = ['-e', ${JSON.stringify(daemon)}, '${mark}'];
      spawn(process.execPath, daemon, { detached: true, stdio: 'inherit' }).unref();
      say('left');`;
    expect(await tryScript(root, level, script)).toMatchObject({ exit_code: 0, stdout: 'left' });
    await untilNoneIsMarked(mark);
  });

  promised('private_processes', 'sees itself and the process above it only', async (level) => {
    const script = `say(fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).length + ' ' + process.ppid);`;
    expect(await tryScript(root, level, script)).toMatchObject({ stdout: '2 1' });
  });

  promised('private_processes', 'cannot end the process above it', async (level) => {
    const script = `
      for (const signal of ['SIGTERM', 'SIGKILL', 'SIGSTOP']) { try { process.kill(1, signal); } catch {} }
      setTimeout(() => say('alive'), 100);`;
    expect(await tryScript(root, level, script)).toMatchObject({ exit_code: 0, stdout: 'alive' });
  });

  promised('read_only_files', 'cannot write where every user may', async (level) => {
    const open = join(root, `open-${randomUUID()}`);
    mkdirSync(open);
    await chmod(open, 0o777);
    const script = `try { fs.writeFileSync('${open}/file', ''); say('written'); } catch (error) { say(error.code); }`;
    expect(await tryScript(root, level, script)).toMatchObject({ stdout: 'EROFS' });
  });

  promised('read_only_files', 'cannot undo that in namespaces of its own', async (level) => {
    const open = join(root, `open-${randomUUID()}`);
    mkdirSync(open);
    await chmod(open, 0o777);
    const commands = `mount -o remount,bind,rw / ; umount -l / ; umount -l /tmp ; echo x > ${open}/file`;
    const script = `
      const { spawnSync } = require('node:child_process');
      say(spawnSync('unshare', ['-Urm', 'sh', '-c', '${commands}'], { encoding: 'utf8' }).stderr);`;
    const { stdout } = await tryScript(root, level, script);
    expect(stdout).not.toBe('');
    expect(existsSync(join(open, 'file'))).toBe(false);
  });

  promised('read_only_files', 'leaves nothing in the memory all users share, and cannot fill it', async (level) => {
    const name = randomUUID();
    const script = `
      fs.writeFileSync('/dev/shm/${name}', 'x');
      try { fs.appendFileSync('/dev/shm/${name}', Buffer.alloc(2 ** 27)); say('filled'); } catch (error) { say(error.code); }`;
    expect(await tryScript(root, level, script)).toMatchObject({ stdout: 'ENOSPC' });
    expect(existsSync(`/dev/shm/${name}`)).toBe(false);
  });

  promised('no_network', 'reaches no address, loopback and abstract sockets included', async (level) => {
    const server = createServer((socket) => socket.end('reached')).listen(0, '127.0.0.1');
    const abstract = `spci-${randomUUID()}`;
    const local = createServer((socket) => socket.end('reached')).listen(`\0${abstract}`);
    await Promise.all([once(server, 'listening'), once(local, 'listening')]);
    const script = `
      const net = require('node:net');
      const targets = [{ port: ${portOf(server)}, host: '127.0.0.1' }, { path: '\\0${abstract}' }];
      targets.push({ port: 80, host: '169.254.169.254' });
      for (const target of targets) {
        const socket = net.connect(target);
        socket.on('connect', () => { say('reached '); socket.destroy(); });
        socket.on('error', () => say('refused '));
      }`;
    const ran = await tryScript(root, level, script);
    server.close();
    local.close();
    expect(ran.stdout).toBe('refused refused refused ');
  });

  for (const level of levels.filter(({ tools }) => tools.setpriv !== undefined)) {
    test(`dies with a worker that is killed (${level.name} as ${level.identity})`, async () => {
      const mark = randomUUID();
      const script = `console.error('running'); setInterval(() => {}, 1000);`;
      const worker = spawn(process.execPath, ['--input-type=module', '-e', workerScript(level, script, mark)]);
      while (processesMarked(mark).length === 0 && worker.exitCode === null) await once(worker.stdout, 'data');
      expect(worker.exitCode).toBe(null);
      worker.kill('SIGKILL');
      await untilNoneIsMarked(mark);
    });
  }
});

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

/** A worker that runs one script and repeats its standard error; the mark is among the words of the test. */
function workerScript(level: SandboxLevel, script: string, mark: string): string {
  const module = pathToFileURL(join(import.meta.dirname, 'sandbox-trial.ts')).href;
  const argv = [process.execPath, '-e', script, mark];
  return `
    import { tryScript } from ${JSON.stringify(module)};
    const changes = { argv: ${JSON.stringify(argv)}, stderr: (line) => console.log(line), timeoutMs: 600_000 };
    await tryScript(${JSON.stringify(root)}, ${JSON.stringify(level)}, '', changes);`;
}
