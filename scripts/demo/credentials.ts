import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The demo's own administrator, kept beside its state so that a person can sign in and a second demo can go on. */
export interface DemoCredentials {
  readonly email: string;
  readonly password: string;
}

/** Reads `demo-credentials.json` or makes it, readable by its owner only. */
export async function demoCredentials(directory: string): Promise<DemoCredentials> {
  const file = join(directory, 'demo-credentials.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as DemoCredentials;
  const credentials = { email: 'demo@example.org', password: randomBytes(18).toString('base64url') };
  await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  return credentials;
}
