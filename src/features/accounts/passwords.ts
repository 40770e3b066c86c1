import argon2 from 'argon2';
import { randomBytes } from 'node:crypto';
import { createWorkSlots } from '../work-slots.ts';

const policy = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Every argon2 run of the process. One takes about 27 ms of a core on a thread of libuv's pool of four, which files and
 * host names need too: 50 at once delay a file read by seconds, two by milliseconds.
 */
export const argon2Work = createWorkSlots({ atOnce: 2, waitingMax: 32 });

const saltBytes = 16;
const hashBytes = 32;
const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** In the order of parameters that every implementation of argon2 reads; the package writes another. */
function phcOf(salt: Buffer, hash: Buffer): string {
  const { memoryCost, timeCost, parallelism } = policy;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** An argon2id hash in PHC form. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const options = { ...policy, type: argon2.argon2id, hashLength: hashBytes, salt, raw: true } as const;
  return phcOf(salt, await argon2Work.run(() => argon2.hash(secret, options)));
}

export async function verifySecret(hash: string, secret: string): Promise<boolean> {
  return argon2Work.run(() => argon2.verify(hash, secret));
}

/** More than that no login takes. */
export const passwordBytesMax = 1024;

/** One password can be typed as different sequences of code points; all of them are the same password. */
export const canonicalPassword = (password: string): string => password.normalize('NFC');

export async function hashPassword(password: string): Promise<string> {
  return hashSecret(canonicalPassword(password));
}

/** The hash of no known password, which costs what a current one costs. */
const dummyHash = phcOf(Buffer.alloc(saltBytes), Buffer.alloc(hashBytes));

/** Undefined stands for an account that cannot log in: the work is the same, so that its time tells nothing. */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  return verifySecret(hash ?? dummyHash, canonicalPassword(password));
}

/** Whether the hash was made with another algorithm, in another form or with cheaper parameters than today’s. */
export function isBelowPolicy(hash: string): boolean {
  const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(hash) ?? [];
  return Number(memory ?? 0) < policy.memoryCost || Number(time ?? 0) < policy.timeCost;
}
