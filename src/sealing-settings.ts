import { parseKeys, type Keyring } from './secrets.ts';

const entry = /^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/_-]{43}=?$/;

/** `kid:base64,…`, the first active; each key 32 bytes, each kid once. */
export function parseSealingKeys(text: string): Keyring | { readonly setting: string; readonly fault: string } {
  const keys = text.split(',').every((part) => entry.test(part.trim())) ? parseKeys(text) : undefined;
  return keys ?? { setting: 'SPCI_SEALING_KEYS', fault: 'kid:base64,… with keys of exactly 32 bytes, each kid once' };
}
