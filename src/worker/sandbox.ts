import type { ChildProcess, StdioOptions } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { chmod, lchown, open, readFile, realpath, type FileHandle } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { sandboxedArgv } from './sandbox-command.ts';
import { SandboxError, type SandboxLevel, type SandboxLimits } from './sandbox-level.ts';
import { privateDirectories, writableMountPoints } from './sandbox-mounts.ts';
import { drain, killUserProcesses, signalNamedBy, startProcess, timeOfFirstWord } from './sandbox-process.ts';
import { supervise, type Supervised } from './sandbox-supervision.ts';
import { borrowUserId, returnUserId } from './sandbox-users.ts';
import { createLineCutter } from './stderr-lines.ts';
import { watchWorkSize } from './work-size.ts';

export type SandboxedSpec = {
  sandbox: SandboxLevel;
  argv: string[];
  /** Belongs to the test for as long as it runs; afterwards to the worker again, with mode 0700. */
  cwd: string;
  /** What the test reads besides the system's own files and `cwd`. */
  neededPaths: string[];
  stdinFile?: string;
  /** Created here; must not exist, and must lie outside `cwd`. */
  stdoutFile: string;
  stderr: (line: string) => void;
  timeoutMs: number;
  limits: SandboxLimits;
  graceMs?: number;
};

export type SandboxedResult = {
  /** As shells have it: 128 + n after signal n, 126 not executable, 127 not found. Null after the timeout. */
  exit_code: number | null;
  /** The signal that `exit_code` names. */
  signal: string | null;
  timed_out: boolean;
  /** It was killed because its files took more room than `workBytes` or `workEntries`. */
  work_limit_reached: boolean;
  runtime_ms: number;
  /** Standard output reached `fileSizeBytes`. */
  stdout_truncated: boolean;
};

const GRACE_MS = 2_000;
const DRAIN_MS = 1_000;
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

type Stdio = { stdin: FileHandle | undefined; stdout: FileHandle };

/**
 * Runs a command that nobody trusts, with an empty environment, and returns when nothing of it runs any more, as far as
 * the level promises that. Rejects with the signal's reason after an abort, and with SandboxError when the sandbox
 * could not be set up.
 */
export async function runSandboxed(spec: SandboxedSpec, signal: AbortSignal): Promise<SandboxedResult> {
  signal.throwIfAborted();
  await using stdout = await open(spec.stdoutFile, NEW_FILE, 0o600);
  await using stdin = spec.stdinFile === undefined ? undefined : await open(spec.stdinFile);
  const userId = borrowUserId(spec.sandbox);
  try {
    await giveTo(userId, spec.cwd, stdout);
    const outcome = await runAs(userId, spec, { stdin, stdout }, signal);
    signal.throwIfAborted();
    return { ...outcome, stdout_truncated: await cutAtLimit(stdout, spec.limits.fileSizeBytes) };
  } finally {
    await takeBack(userId, spec.cwd, stdout);
    returnUserId(userId);
  }
}

/** The test owns its standard output too, so that it may open /dev/stdout by name. */
async function giveTo(userId: number | undefined, cwd: string, stdout: FileHandle): Promise<void> {
  if (userId === undefined) return;
  await lchown(cwd, userId, userId);
  await stdout.chown(userId, userId);
}

/** From here on a later test with the same user id cannot reach the files of this one. */
async function takeBack(userId: number | undefined, cwd: string, stdout: FileHandle): Promise<void> {
  if (userId !== undefined && process.getuid !== undefined && process.getgid !== undefined) {
    await lchown(cwd, process.getuid(), process.getgid());
    await stdout.chown(process.getuid(), process.getgid());
  }
  await chmod(cwd, 0o700);
}

type Outcome = Omit<SandboxedResult, 'stdout_truncated'>;

async function runAs(userId: number | undefined, spec: SandboxedSpec, stdio: Stdio, signal: AbortSignal) {
  const argv = await argvFor(userId, spec);
  const startedAt = performance.now();
  const child = await startTest(argv, spec, stdio);
  if ('not_started' in child) return notStarted(child.not_started, spec);
  const lines = forwardLines(readable(child, 2), spec.stderr);
  const firstWord = reportsReady(spec.sandbox) ? timeOfFirstWord(readable(child, 3)) : undefined;
  const supervised = await supervise(child, {
    timeoutMs: spec.timeoutMs,
    graceMs: spec.graceMs ?? GRACE_MS,
    signal,
    watch: (onExceeded, over) => watchWorkSize([spec.cwd, spec.stdoutFile], spec.limits, onExceeded, over),
  });
  await killUserProcesses(spec.sandbox, userId);
  await Promise.all(child.stdio.map((stream) => (stream instanceof Readable ? drain(stream, DRAIN_MS) : undefined)));
  const lastLine = lines.finish();
  const readyAt = firstWord === undefined ? startedAt : await firstWord;
  if (readyAt === undefined && supervised.stoppedBy === undefined) throw new SandboxError(`not set up: ${lastLine}`);
  return outcomeOf(supervised, readyAt ?? startedAt);
}

async function argvFor(userId: number | undefined, { sandbox, argv, cwd, neededPaths, limits }: SandboxedSpec) {
  const realCwd = await realpath(cwd);
  const needed = await Promise.all([process.execPath, ...neededPaths].map((path) => realpath(path)));
  return sandboxedArgv(sandbox, {
    argv,
    cwd: realCwd,
    limits,
    userId,
    writableMounts: reportsReady(sandbox) ? writableMountPoints(await readFile('/proc/self/mountinfo', 'utf8')) : [],
    privateDirectories: privateDirectories([realCwd, ...needed]).filter((directory) => existsSync(directory)),
  });
}

/** Only where mounts are prepared is there anything to wait for before the test runs. */
function reportsReady({ name }: SandboxLevel): boolean {
  return name === 'namespaces';
}

function startTest([file = '', ...words]: string[], { sandbox, cwd }: SandboxedSpec, { stdin, stdout }: Stdio) {
  const ready = reportsReady(sandbox) ? (['pipe'] as const) : [];
  const stdio: StdioOptions = [stdin?.fd ?? 'ignore', stdout.fd, 'pipe', ...ready];
  return startProcess(file, words, { cwd, env: {}, detached: true, stdio });
}

function outcomeOf({ exitCode, endedAt, stoppedBy }: Supervised, startedAt: number): Outcome {
  const timedOut = stoppedBy === 'timeout';
  return {
    exit_code: timedOut ? null : exitCode,
    signal: timedOut ? null : signalNamedBy(exitCode),
    timed_out: timedOut,
    work_limit_reached: stoppedBy === 'work_limit',
    runtime_ms: Math.round(endedAt - startedAt),
  };
}

/** Without a wrapper it is the test's own file that could not be executed; words can be too long for either. */
function notStarted(code: string, { sandbox, stderr }: SandboxedSpec): Outcome {
  if (sandbox.name !== 'none' && code !== 'E2BIG') throw new SandboxError(`not started: ${code}`);
  stderr(`cannot be executed: ${code}`);
  const exitCode = code === 'ENOENT' ? 127 : 126;
  return { exit_code: exitCode, signal: null, timed_out: false, work_limit_reached: false, runtime_ms: 0 };
}

function forwardLines(stream: Readable, emit: (line: string) => void) {
  let last = '';
  const cutter = createLineCutter((line) => {
    last = line;
    emit(line);
  });
  stream.on('data', (bytes: Buffer) => cutter.write(bytes));
  return {
    finish: () => {
      cutter.end();
      return last;
    },
  };
}

function readable(child: ChildProcess, descriptor: 2 | 3): Readable {
  const stream = child.stdio[descriptor];
  if (stream instanceof Readable) return stream;
  throw new SandboxError('the process was started without its pipes');
}

async function cutAtLimit(stdout: FileHandle, bytesMax: number): Promise<boolean> {
  const { size } = await stdout.stat();
  if (size > bytesMax) await stdout.truncate(bytesMax);
  return size >= bytesMax;
}
