import { parseKeys, type Keyring } from './secrets.ts';
import { settingFault, type SettingFault } from './setting-fault.ts';

const entry = /^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/_-]{43}=?$/;

/** `kid:base64,…`, the first active; each key 32 bytes, each kid once. */
export function parseSealingKeys(text: string): Keyring | SettingFault {
  const keys = text.split(',').every((part) => entry.test(part.trim())) ? parseKeys(text) : undefined;
  return keys ?? settingFault('SPCI_SEALING_KEYS', 'kid:base64,… with keys of exactly 32 bytes, each kid once');
}
