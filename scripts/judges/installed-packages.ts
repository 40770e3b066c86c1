import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lock = join(import.meta.dirname, 'package-lock.json');
const installed = join(import.meta.dirname, 'node_modules', 'installed-lock.json');

/** The judges' own packages, exactly as locked; a reason when they cannot be had. */
export function installPackages(): string | undefined {
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8')) return undefined;
  const { status, stderr, error } = spawnSync('npm', ['ci'], { cwd: import.meta.dirname, encoding: 'utf8' });
  if (status !== 0) return (error?.message ?? stderr.trim().split('\n').at(-1)) || 'npm ci failed';
  copyFileSync(lock, installed);
  return undefined;
}
