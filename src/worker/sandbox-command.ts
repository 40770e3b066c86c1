import type { SandboxIdentity, SandboxLevel, SandboxLimits, SandboxTools } from './sandbox-level.ts';

export type SandboxedCommand = {
  argv: string[];
  cwd: string;
  limits: SandboxLimits;
  userId: number | undefined;
  writableMounts: string[];
  privateDirectories: string[];
};

/**
 * Process 1 of a test's namespaces: prepares the mounts, says `ready` on descriptor 3, runs the test as its child and
 * ends with the test's exit status (128 + n after signal n). When it ends, the kernel kills every other process of the
 * namespace. The words of the test pass through `"$@"` and are never read as shell; the shell's own remarks on signals
 * go nowhere. A mount that cannot be made read-only (a user's FUSE mount, say) is one the test cannot reach either.
 */
const INIT_SCRIPT = `
set -e
mount=$1 work=$2
shift 2
echo 1000 >/proc/self/oom_score_adj || :
while [ "$1" != -- ]; do
  "$mount" -o remount,bind,ro --options-source mtab "$1" 2>/dev/null || :
  shift
done
shift
while [ "$1" != -- ]; do
  "$mount" -t tmpfs -o size=64m,nr_inodes=4096,mode=1777,nosuid,nodev tmpfs "$1"
  shift
done
shift
"$mount" --bind "$work" "$work"
"$mount" -o remount,bind,rw --options-source mtab "$work"
cd "$work"
echo ready >&3
exec 3>&- 4>&2 2>/dev/null
set +e
(exec 2>&4 4>&-; exec "$@")
exit $?
`;

/** The kernel kills the process when the worker dies, even by SIGKILL. A change of user id takes this back. */
const DIES_WITH_WORKER = ['--pdeathsig', 'SIGKILL'];

/** What to execute so that `argv` runs inside the sandbox; the test's own words come last and unchanged. */
export function sandboxedArgv(level: SandboxLevel, command: SandboxedCommand): string[] {
  if (level.name === 'none') return command.argv;
  const limited = [...limitWords(level, command.limits), ...command.argv];
  const identity = identityOptions(level.identity, command.userId);
  const { setpriv } = level.tools;
  if (level.name === 'limits') {
    return setpriv === undefined ? limited : [setpriv, ...identity, ...DIES_WITH_WORKER, '--', ...limited];
  }
  const privileges = [found(level.tools, 'setpriv'), ...identity, '--'];
  return [
    found(level.tools, 'setpriv'),
    ...DIES_WITH_WORKER,
    '--',
    ...namespaceWords(level, command),
    ...privileges,
    ...limited,
  ];
}

function namespaceWords({ tools, identity }: SandboxLevel, command: SandboxedCommand): string[] {
  const namespaces = ['--pid', '--net', '--mount', '--ipc', '--fork', '--kill-child=SIGKILL', '--mount-proc'];
  const asRoot = identity === 'user_namespace' ? ['--user', '--map-root-user'] : [];
  const init = [found(tools, 'sh'), '-c', INIT_SCRIPT, 'spci-init', found(tools, 'mount'), command.cwd];
  const mounts = [...command.writableMounts, '--', ...command.privateDirectories, '--'];
  return [found(tools, 'unshare'), ...asRoot, ...namespaces, '--', ...init, ...mounts];
}

function identityOptions(identity: SandboxIdentity, userId: number | undefined): string[] {
  const user = userId === undefined ? [] : [`--reuid=${userId}`, `--regid=${userId}`, '--clear-groups'];
  const noCapabilities = ['--inh-caps=-all', '--ambient-caps=-all', '--bounding-set=-all'];
  return [...user, ...(identity === 'worker_user' ? [] : noCapabilities), '--no-new-privs'];
}

/**
 * `env -i` takes out what a shell put in. The soft CPU limit gives SIGXCPU, the hard one SIGKILL a second later.
 * Under the worker's own user the process limit would count that user's other processes, so it is not set.
 */
function limitWords({ tools, identity }: SandboxLevel, limits: SandboxLimits): string[] {
  const words = [
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`,
    `--as=${limits.addressSpaceBytes}`,
    `--fsize=${limits.fileSizeBytes}`,
    `--nofile=${limits.openFiles}`,
    '--core=0',
  ];
  const processes = identity === 'worker_user' ? [] : [`--nproc=${limits.processes}`];
  return [found(tools, 'env'), '-i', found(tools, 'prlimit'), ...words, ...processes, '--'];
}

function found(tools: SandboxTools, name: keyof SandboxTools): string {
  const path = tools[name];
  if (path === undefined) throw new Error(`${name} is not on this machine`);
  return path;
}
