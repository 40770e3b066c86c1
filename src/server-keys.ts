import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, type Settings } from './config.ts';
import { formatKey, newKey, parseKeys, type Keyring } from './secrets.ts';

function parsed(text: string): Keyring {
  const keys = parseKeys(text.trim());
  if (keys === undefined)
    throw new ConfigurationError('SPCI_LOOKUP_KEYS', 'kid:base64,… with keys of 32 bytes or more');
  return keys;
}

/** The configured keys, else those in the state directory, made at the first start with mode 600. */
export async function loadKeys({
  lookupKeys,
  dataDirectory,
}: Pick<Settings, 'lookupKeys' | 'dataDirectory'>): Promise<Keyring> {
  if (lookupKeys !== undefined) return parsed(lookupKeys);
  const file = join(dataDirectory, 'lookup-keys');
  await writeFile(file, `${formatKey(newKey())}\n`, { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0)
    throw new ConfigurationError('SPCI_LOOKUP_KEYS', 'the key file can be read by others; chmod 600');
  return parsed(await readFile(file, 'utf8'));
}
