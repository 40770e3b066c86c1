/** File systems that hold no files of a test, or none it may write. */
const PSEUDO_TYPES = new Set(
  'autofs binfmt_misc bpf cgroup cgroup2 configfs debugfs devpts devtmpfs efivarfs fusectl nsfs proc pstore rpc_pipefs securityfs sysfs tracefs'.split(
    ' ',
  ),
);

/** Where tests would otherwise leave files or find sockets of services. */
const SHARED_DIRECTORIES = ['/tmp', '/var/tmp', '/dev/shm', '/run'];

/** The writable mounts in /proc/self/mountinfo, outermost first. */
export function writableMountPoints(mountinfo: string): string[] {
  const mountPoints = mountinfo.split('\n').flatMap((line) => {
    const fields = line.split(' ');
    const [mountPoint, options] = [fields[4], fields[5]];
    const type = fields[fields.indexOf('-') + 1];
    if (mountPoint === undefined || options === undefined || type === undefined) return [];
    if (PSEUDO_TYPES.has(type) || options.split(',').includes('ro')) return [];
    return [unescaped(mountPoint)];
  });
  return [...new Set(mountPoints)].sort();
}

/** The kernel writes blank, tab, newline and backslash as a backslash and three octal digits. */
function unescaped(mountPoint: string): string {
  return mountPoint.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** The shared directories a test can be given a private copy of: those that hold nothing it needs. */
export function privateDirectories(neededPaths: string[]): string[] {
  return SHARED_DIRECTORIES.filter((directory) => !neededPaths.some((path) => isWithin(path, directory)));
}

function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
