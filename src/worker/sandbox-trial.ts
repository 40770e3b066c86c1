import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DEFAULT_SANDBOX_LIMITS, type Protection, type SandboxLevel } from './sandbox-level.ts';
import { protectingLevels, sandboxFault, UNPROTECTED } from './sandbox-probe.ts';
import { runSandboxed, type SandboxedResult, type SandboxedSpec } from './sandbox.ts';

/** A directory that every user may enter, as a work root has to be. */
export async function makeTrialRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'spci-trial-'));
  await chmod(root, 0o755);
  return root;
}

/** Every level this machine gives and not only the one a worker would choose, so that each is tested where it can be. */
export async function levelsOfThisMachine(root: string): Promise<SandboxLevel[]> {
  const working: SandboxLevel[] = [];
  for (const level of await protectingLevels()) {
    if ((await sandboxFault(level, root)) === undefined) working.push(level);
  }
  return [...working, UNPROTECTED];
}

export type Trial = SandboxedResult & { lines: string[]; stdout: string; cwd: string };

export type TrialChanges = Partial<SandboxedSpec> & { signal?: AbortSignal };

/** Runs a script of Node's, which has `fs` and writes to standard output with `say`. */
export async function tryScript(
  root: string,
  sandbox: SandboxLevel,
  script: string,
  { signal = new AbortController().signal, ...changes }: TrialChanges = {},
): Promise<Trial> {
  const directory = await mkdtemp(join(root, 'trial-'));
  await chmod(directory, 0o755);
  const cwd = join(directory, 'work');
  await mkdir(cwd);
  const lines: string[] = [];
  const spec: SandboxedSpec = {
    sandbox,
    argv: [process.execPath, '-e', `const fs = require('node:fs'); const say = (t) => fs.writeSync(1, t);\n${script}`],
    cwd,
    neededPaths: [],
    stdoutFile: join(directory, 'stdout'),
    stderr: (line) => lines.push(line),
    timeoutMs: 25_000,
    limits: DEFAULT_SANDBOX_LIMITS,
    ...changes,
  };
  const result = await runSandboxed(spec, signal);
  return { ...result, lines, stdout: await readFile(spec.stdoutFile, 'utf8'), cwd };
}

export function promises(level: SandboxLevel, protection: Protection): boolean {
  return level.protections.includes(protection);
}

/** The processes of this machine, in any namespace below, that have the mark among their words. */
export function processesMarked(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && wordsOf(name).includes(mark))
    .map(Number);
}

/** Returns when no marked process is left; a test whose processes survive never gets past it. */
export async function untilNoneIsMarked(mark: string): Promise<void> {
  while (processesMarked(mark).length > 0) await delay(20);
}

function wordsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
