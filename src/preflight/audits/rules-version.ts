import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of what is in a directory of audits, and in the `package.json` that they run with. */
export function rulesVersionOf(directory: string, packageFile: string): string {
  const { version, dependencies } = JSON.parse(readFileSync(packageFile, 'utf8')) as Readonly<Record<string, unknown>>;
  const hash = createHash('sha256').update(JSON.stringify([version, dependencies]));
  const sources = readdirSync(directory).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of sources.sort()) hash.update(JSON.stringify([name, readFileSync(join(directory, name), 'utf8')]));
  return hash.digest('hex');
}

/**
 * Another one with every change of an audit, of a package it may use (axe-core among them) or of the version of SPCI, as
 * they were when the process started.
 */
export const rulesVersion = rulesVersionOf(import.meta.dirname, join(import.meta.dirname, '../../../package.json'));
