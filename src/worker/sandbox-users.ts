import { SandboxError, type SandboxLevel } from './sandbox-level.ts';

const USER_IDS_PER_WORKER = 64;
const borrowed = new Set<number>();

/**
 * The first user ids to try. The high ones lie in a range that neither accounts nor containers use and belong to one
 * worker process each (a pid has 22 bits); a container that maps 65,536 ids only has the low ones.
 */
export function firstUserIds(): number[] {
  return [
    0x70000000 + (process.pid & 0x3fffff) * USER_IDS_PER_WORKER,
    61_184 + (process.pid % 67) * USER_IDS_PER_WORKER,
  ];
}

/** A user id no other running test of this worker has, so that tests cannot touch each other; undefined: the worker's. */
export function borrowUserId(level: SandboxLevel): number | undefined {
  if (level.identity !== 'own_user') return undefined;
  if (level.firstUserId === undefined) throw new SandboxError('the level has no user ids to give');
  for (let offset = 0; offset < USER_IDS_PER_WORKER; offset += 1) {
    const userId = level.firstUserId + offset;
    if (borrowed.has(userId)) continue;
    borrowed.add(userId);
    return userId;
  }
  throw new SandboxError(`more than ${USER_IDS_PER_WORKER} tests run at once`);
}

export function returnUserId(userId: number | undefined): void {
  if (userId !== undefined) borrowed.delete(userId);
}
