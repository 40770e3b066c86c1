import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasPassed, type Row } from './row.ts';

const root = join(import.meta.dirname, '../..');
export const matrixFile = join(root, 'generated/client-matrix.json');

export interface Matrix {
  /** SHA-256 of openapi.yaml, which is also the ETag of `/openapi.yaml`. */
  readonly description_sha256: string;
  readonly description_version: string;
  readonly clients: readonly Row[];
}

export async function descriptionDigest(): Promise<string> {
  const bytes = await readFile(join(root, 'openapi.yaml'));
  return createHash('sha256').update(bytes).digest('hex');
}

export async function readMatrix(): Promise<Matrix | undefined> {
  const text = await readFile(matrixFile, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Matrix);
}

/** What stands against publishing the committed matrix with this description; undefined when nothing does. */
export async function matrixFault(idsExpected: readonly string[]): Promise<string | undefined> {
  const matrix = await readMatrix();
  if (matrix?.description_sha256 !== (await descriptionDigest()))
    return 'the client matrix was made from another description: run npm run clients:matrix';
  const missing = idsExpected.filter((id) => matrix.clients.every((row) => row.id !== id));
  const failed = matrix.clients.filter((row) => row.not_run !== true && !hasPassed(row)).map(({ id }) => id);
  if (missing.length + failed.length === 0) return undefined;
  return `the client matrix lacks a pass of ${[...missing, ...failed].join(', ')}: run npm run clients:matrix`;
}
