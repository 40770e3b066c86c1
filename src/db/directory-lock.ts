import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DirectoryLock {
  release(): Promise<void>;
}

/** The state directory belongs to another live process. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
  readonly pid: number;

  constructor(directory: string, pid: number) {
    super(`${directory} is in use by process ${pid}`);
    this.pid = pid;
  }
}

interface Owner {
  readonly pid: number;
  /** Ticks since boot at which the process started: tells a reused pid from the owner. */
  readonly startTicks: string;
}

function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const ticks = startTicksOf(owner.pid);
  return ticks === undefined || owner.startTicks === '' || ticks === owner.startTicks;
}

async function ownerOf(file: string): Promise<Owner | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [, pid, startTicks] = /^(\d+) (\d*)\n$/.exec(text) ?? [];
  return pid === undefined || startTicks === undefined ? undefined : { pid: Number(pid), startTicks };
}

/** Moves a dead owner's lock aside; puts it back if, meanwhile, another process had taken the directory. */
async function removeStale(file: string, dead: Owner | undefined): Promise<void> {
  const aside = `${file}.stale-${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await ownerOf(aside);
  if (moved !== undefined && moved.pid !== dead?.pid) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Takes the directory for this process by an exclusive link to a complete file. A lock is taken over only from a dead
 * process, never by age: a blocked event loop looks dead and is not.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = join(directory, 'lock');
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, `${process.pid} ${startTicksOf(process.pid) ?? ''}\n`, { mode: 0o600 });
  try {
    for (let attempts = 0; attempts < 3; attempts += 1) {
      try {
        await link(mine, file);
        return { release: () => rm(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const owner = await ownerOf(file);
      if (owner !== undefined && isAlive(owner)) throw new DirectoryInUse(directory, owner.pid);
      await removeStale(file, owner);
    }
  } finally {
    await rm(mine, { force: true });
  }
  throw new Error(`${directory} could not be locked`);
}
