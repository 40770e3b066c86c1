interface ContractGlobals {
  readonly spciServerVariable?: string;
  /** Of the process, by server and name; `contract-environment.js` puts it there. */
  readonly spciSharedTokens?: Map<string, Promise<string>>;
}

const globals = globalThis as ContractGlobals;

/** Where the server is that the files of a project share. */
export const sharedUrl = (): string | undefined => process.env[globals.spciServerVariable ?? ''];

/**
 * A token that the files of a process share, since passwords and tokens are slow to hash on purpose: nobody revokes,
 * rotates or counts it. On a server of a file's own it is made anew.
 */
export async function sharedToken(url: string, name: string, make: () => Promise<string | undefined>): Promise<string> {
  const tokens = url === sharedUrl() ? globals.spciSharedTokens : undefined;
  const key = `${url} ${name}`;
  const token = tokens?.get(key) ?? make().then((made = '') => made);
  tokens?.set(key, token);
  return token;
}
