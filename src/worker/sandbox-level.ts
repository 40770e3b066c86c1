/**
 * What a test cannot do. `reason` of an absent one is in `SandboxLevel.shortfalls`.
 *
 * - `limits`: CPU time, address space, size of a file, open files are bounded by the kernel.
 * - `process_count`: the number of its processes is bounded.
 * - `own_user`: it runs under a user id of its own and reads nothing that is private to the worker or to another test.
 * - `no_survivors`: no process of it outlives it, not even one that left its process group.
 * - `private_processes`: it sees no process but its own, and so no environment of another.
 * - `read_only_files`: it writes nothing but its work directory (and a private, bounded /tmp and /dev/shm).
 * - `no_network`: it reaches no address, loopback included, and no abstract socket.
 */
export type Protection =
  'limits' | 'process_count' | 'own_user' | 'no_survivors' | 'private_processes' | 'read_only_files' | 'no_network';

export type SandboxName = 'namespaces' | 'limits' | 'none';

/** Who a test is: a user id nobody else has, the worker's user inside a user namespace, or the worker's user. */
export type SandboxIdentity = 'own_user' | 'user_namespace' | 'worker_user';

export const SANDBOX_TOOL_NAMES = ['unshare', 'setpriv', 'prlimit', 'mount', 'env', 'sh'] as const;

/** Absolute paths; absent where this machine has no such program. */
export type SandboxTools = Partial<Record<(typeof SANDBOX_TOOL_NAMES)[number], string>>;

/** How tests are run on this machine, decided once at start. */
export type SandboxLevel = {
  name: SandboxName;
  identity: SandboxIdentity;
  tools: SandboxTools;
  /** The first of the user ids that this worker gives to tests, one per test at a time; with `own_user` only. */
  firstUserId: number | undefined;
  protections: Protection[];
  /** Why no better level could be had, one line each; empty at the best level. */
  shortfalls: string[];
};

const CONFINED: Protection[] = ['no_survivors', 'private_processes', 'read_only_files', 'no_network'];

export function protectionsOf(name: SandboxName, identity: SandboxIdentity): Protection[] {
  if (name === 'none') return [];
  const protections: Protection[] = ['limits'];
  if (countsProcesses(identity)) protections.push('process_count');
  if (identity === 'own_user') protections.push('own_user');
  if (name === 'namespaces') return [...protections, ...CONFINED];
  if (identity === 'own_user') protections.push('no_survivors');
  return protections;
}

/** The kernel counts the processes of a user, and never those of root, not even in a user namespace. */
function countsProcesses(identity: SandboxIdentity): boolean {
  return identity === 'own_user' || (identity === 'user_namespace' && !isRoot());
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

export type SandboxLimits = {
  cpuSeconds: number;
  /** Of each process. Node does not start below about 2 GiB. */
  addressSpaceBytes: number;
  /** Of each file, standard output included. */
  fileSizeBytes: number;
  /** Threads count as processes; Node has about a dozen. */
  processes: number;
  openFiles: number;
  /** Of the work directory and standard output together; looked at twice a second. */
  workBytes: number;
  workEntries: number;
};

export const DEFAULT_SANDBOX_LIMITS: SandboxLimits = {
  cpuSeconds: 3_600,
  addressSpaceBytes: 4 * 1024 ** 3,
  fileSizeBytes: 1024 ** 3,
  processes: 256,
  openFiles: 256,
  workBytes: 2 * 1024 ** 3,
  workEntries: 10_000,
};

/** The sandbox itself failed; says nothing about the test. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}
