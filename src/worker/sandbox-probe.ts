import { accessSync, constants } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assertReadableByAnyUser, assertSearchableByAnyUser } from './reachability.ts';
import { runSandboxed } from './sandbox.ts';
import { DEFAULT_SANDBOX_LIMITS, isRoot, protectionsOf, SANDBOX_TOOL_NAMES, SandboxError } from './sandbox-level.ts';
import type { SandboxIdentity, SandboxLevel, SandboxName, SandboxTools } from './sandbox-level.ts';
import { succeeds } from './sandbox-process.ts';
import { firstUserIds } from './sandbox-users.ts';

const TOOL_DIRECTORIES = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
const PROBE_TIMEOUT_MS = 20_000;
const NAMESPACES = ['pid', 'net', 'mnt', 'ipc'];

/**
 * The best level whose protections hold on this machine for tests below `workRoot`. Each level runs Node as its test,
 * and one that fails or breaks a promise is passed over; why is in the shortfalls.
 */
export async function probeSandbox(workRoot: string, tools: SandboxTools = findTools()): Promise<SandboxLevel> {
  const shortfalls: string[] = [];
  for (const level of await protectingLevels(tools)) {
    const fault = await sandboxFault(level, workRoot);
    if (fault === undefined) return { ...level, shortfalls };
    shortfalls.push(`${level.name} as ${level.identity}: ${fault}`);
  }
  return { ...UNPROTECTED, shortfalls };
}

export const UNPROTECTED: SandboxLevel = levelOf('none', 'worker_user', {});

/** The levels to try, best first: for root, taking another user comes before everything else. */
export async function protectingLevels(tools: SandboxTools = findTools()): Promise<SandboxLevel[]> {
  const userId = isRoot() ? await firstUsableUserId(tools) : undefined;
  const ownUser = [levelOf('namespaces', 'own_user', tools, userId), levelOf('limits', 'own_user', tools, userId)];
  const sameUser = [levelOf('namespaces', 'user_namespace', tools), levelOf('limits', 'worker_user', tools)];
  return isRoot() ? [...ownUser, ...sameUser] : sameUser;
}

function levelOf(
  name: SandboxName,
  identity: SandboxIdentity,
  tools: SandboxTools,
  firstUserId?: number,
): SandboxLevel {
  return { name, identity, tools, firstUserId, protections: protectionsOf(name, identity), shortfalls: [] };
}

export function findTools(directories: string[] = TOOL_DIRECTORIES): SandboxTools {
  return Object.fromEntries(
    SANDBOX_TOOL_NAMES.flatMap((name) => {
      const path = directories.map((directory) => join(directory, name)).find(isExecutable);
      return path === undefined ? [] : [[name, path]];
    }),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function firstUsableUserId({ setpriv, env }: SandboxTools): Promise<number | undefined> {
  if (setpriv === undefined || env === undefined) return undefined;
  for (const userId of firstUserIds()) {
    const words = [`--reuid=${userId}`, `--regid=${userId}`, '--clear-groups', '--', env];
    if (await succeeds(setpriv, words)) return userId;
  }
  return undefined;
}

/** Why the level cannot be used; undefined if it keeps its promises. */
export async function sandboxFault(level: SandboxLevel, workRoot: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return `not on ${process.platform}`;
  const missing = toolsOf(level).filter((name) => level.tools[name] === undefined);
  if (missing.length > 0) return `no ${missing.join(', ')} in ${TOOL_DIRECTORIES.join(':')}`;
  if (level.identity === 'own_user' && level.firstUserId === undefined) return 'no other user id can be taken';
  const directory = await mkdtemp(join(workRoot, 'probe-'));
  try {
    if (level.identity === 'own_user') await assertReachable(workRoot);
    return await tryIn(directory, level);
  } catch (error) {
    return error instanceof SandboxError ? error.message : String(error);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function assertReachable(workRoot: string): Promise<void> {
  await assertSearchableByAnyUser(workRoot);
  await assertReadableByAnyUser(process.execPath);
}

function toolsOf({ name, identity }: SandboxLevel): readonly (keyof SandboxTools)[] {
  if (name === 'namespaces') return SANDBOX_TOOL_NAMES;
  return identity === 'own_user' ? ['setpriv', 'prlimit', 'env', 'sh'] : ['prlimit', 'env'];
}

/** What the probe's test tells about itself. */
type ProbeReport = { user: number; namespaces: string[]; limits: string; outside: string; variables: string[] };

const PROBE_SCRIPT = `
const fs = require('node:fs');
const namespaces = ${JSON.stringify(NAMESPACES)}.map((name) => fs.readlinkSync('/proc/self/ns/' + name));
const limits = fs.readFileSync('/proc/self/limits', 'utf8');
let outside = 'written';
try { fs.writeFileSync('../outside/file', ''); } catch (error) { outside = error.code; }
fs.writeFileSync('file', '');
const report = { user: process.getuid(), namespaces, limits, outside, variables: Object.keys(process.env) };
process.stdout.write(JSON.stringify(report));
`;

async function tryIn(directory: string, sandbox: SandboxLevel): Promise<string | undefined> {
  const [cwd, outside, stdoutFile] = [join(directory, 'work'), join(directory, 'outside'), join(directory, 'stdout')];
  await chmod(directory, 0o755);
  await mkdir(cwd);
  await mkdir(outside);
  await chmod(outside, 0o777);
  const lines: string[] = [];
  const result = await runSandboxed(
    {
      sandbox,
      argv: [process.execPath, '-e', PROBE_SCRIPT],
      cwd,
      neededPaths: [],
      stdoutFile,
      stderr: (line) => lines.push(line),
      timeoutMs: PROBE_TIMEOUT_MS,
      limits: DEFAULT_SANDBOX_LIMITS,
    },
    new AbortController().signal,
  );
  if (result.exit_code !== 0) return lines.join(' / ').slice(0, 500) || `exit code ${result.exit_code}`;
  const report: ProbeReport = JSON.parse(await readFile(stdoutFile, 'utf8'));
  return brokenPromise(sandbox, report, await namespacesOfWorker());
}

async function namespacesOfWorker(): Promise<string[]> {
  return Promise.all(NAMESPACES.map((name) => readlink(`/proc/self/ns/${name}`)));
}

function brokenPromise({ protections }: SandboxLevel, report: ProbeReport, own: string[]): string | undefined {
  const shared = NAMESPACES.filter((_, index) => report.namespaces[index] === own[index]);
  const { addressSpaceBytes, processes } = DEFAULT_SANDBOX_LIMITS;
  const checks = {
    limits: new RegExp(`^Max address space +${addressSpaceBytes} `, 'm').test(report.limits),
    process_count: new RegExp(`^Max processes +${processes} `, 'm').test(report.limits),
    own_user: report.user !== process.getuid?.(),
    private_processes: !shared.includes('pid'),
    no_survivors: true,
    read_only_files: report.outside === 'EROFS' && !shared.includes('mnt'),
    no_network: !shared.includes('net') && !shared.includes('ipc'),
  };
  const broken = protections.filter((protection) => !checks[protection]);
  if (report.variables.length > 0) return `the environment holds ${report.variables.join(', ')}`;
  return broken.length > 0 ? `does not give ${broken.join(', ')}` : undefined;
}
