interface ContractGlobals {
  readonly spciServerVariable?: string;
  /** Of the process, by server and name; `contract-environment.js` puts it there. */
  readonly spciSharedTokens?: Map<string, string>;
}

const globals = globalThis as ContractGlobals;

/** Where the server is that the files of a project share. */
export const sharedUrl = (): string | undefined => process.env[globals.spciServerVariable ?? ''];

/**
 * A token that the files of a process share, since passwords and tokens are slow to hash on purpose: nobody revokes,
 * rotates or counts it. On a server of a file's own it is made anew. The text alone is kept: a promise would keep all
 * of the file that made it.
 */
export async function sharedToken(url: string, name: string, make: () => Promise<string | undefined>): Promise<string> {
  const tokens = url === sharedUrl() ? globals.spciSharedTokens : undefined;
  const key = `${url} ${name}`;
  const known = tokens?.get(key);
  if (known !== undefined) return known;
  const made = (await make()) ?? '';
  tokens?.set(key, made);
  return made;
}
