import { confidentialOrigin } from './confidential-address.ts';
import { isToken } from './secrets.ts';
import type { SettingFault } from './setting-fault.ts';

/** The installation that is asked who holds a token of the global region. */
export interface GlobalRegion {
  /** Its origin. */
  readonly url: string;
  /** A token of an administrator there, by which it is asked. */
  readonly token: string;
}

/** Undefined when there is none. */
export function parseGlobalRegion({
  url,
  token,
}: {
  readonly url: string | undefined;
  readonly token: string | undefined;
}): GlobalRegion | SettingFault | undefined {
  if (url === undefined && token === undefined) return undefined;
  if (url === undefined) return { setting: 'SPCI_GLOBAL_URL', fault: 'required with the token' };
  if (token === undefined) return { setting: 'SPCI_GLOBAL_TOKEN', fault: 'required with the address' };
  const origin = confidentialOrigin(url);
  if (origin === undefined)
    return { setting: 'SPCI_GLOBAL_URL', fault: 'an https origin, or http on loopback, without a path' };
  if (!isToken('spci', token))
    return { setting: 'SPCI_GLOBAL_TOKEN', fault: 'a token spci_… of the other installation' };
  return { url: origin, token };
}
