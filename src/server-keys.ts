import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted, ConfigurationError, type Settings } from './config.ts';
import { parseSealingKeys } from './sealing-settings.ts';
import { formatKey, newKey, parseKeys, type Keyring } from './secrets.ts';

function parsed(text: string): Keyring {
  const keys = parseKeys(text.trim());
  if (keys === undefined)
    throw new ConfigurationError('SPCI_LOOKUP_KEYS', 'kid:base64,… with keys of 32 bytes or more');
  return keys;
}

/** What stands in the file, made at the first start with mode 600. */
async function keyFile(file: string, setting: string): Promise<string> {
  await writeFile(file, `${formatKey(newKey())}\n`, { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new ConfigurationError(setting, 'the key file can be read by others; chmod 600');
  return (await readFile(file, 'utf8')).trim();
}

/** The configured keys, else those in the state directory. */
export async function loadKeys({
  lookupKeys,
  dataDirectory,
}: Pick<Settings, 'lookupKeys' | 'dataDirectory'>): Promise<Keyring> {
  return parsed(lookupKeys ?? (await keyFile(join(dataDirectory, 'lookup-keys'), 'SPCI_LOOKUP_KEYS')));
}

/** As `loadKeys`, of the keys that seal what has to be read again. */
export async function loadSealingKeys({
  sealingKeys,
  dataDirectory,
}: Pick<Settings, 'sealingKeys' | 'dataDirectory'>): Promise<Keyring> {
  if (sealingKeys !== undefined) return sealingKeys;
  return accepted(parseSealingKeys(await keyFile(join(dataDirectory, 'sealing-keys'), 'SPCI_SEALING_KEYS')));
}
