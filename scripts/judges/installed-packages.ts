import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages of a judge, exactly as the lock beside them has them; a reason when they cannot be had. */
export function installPackages(directory: string): string | undefined {
  const lock = join(directory, 'package-lock.json');
  const installed = join(directory, 'node_modules', 'installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8')) return undefined;
  const { status, stderr, error } = spawnSync('npm', ['ci'], { cwd: directory, encoding: 'utf8' });
  if (status !== 0) return (error?.message ?? stderr.trim().split('\n').at(-1)) || 'npm ci failed';
  copyFileSync(lock, installed);
  return undefined;
}
