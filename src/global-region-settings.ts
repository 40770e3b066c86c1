import { isToken } from './secrets.ts';

/** The installation that is asked who holds a token of the global region. */
export interface GlobalRegion {
  /** Its origin. */
  readonly url: string;
  /** A token of an administrator there, by which it is asked. */
  readonly token: string;
}

interface RefusedSetting {
  readonly setting: string;
  readonly fault: string;
}

function originOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const usable = url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback));
  return usable && url.href === `${url.origin}/` ? url.origin : undefined;
}

/** Undefined when there is none. */
export function parseGlobalRegion({
  url,
  token,
}: {
  readonly url: string | undefined;
  readonly token: string | undefined;
}): GlobalRegion | RefusedSetting | undefined {
  if (url === undefined && token === undefined) return undefined;
  if (url === undefined) return { setting: 'SPCI_GLOBAL_URL', fault: 'required with the token' };
  if (token === undefined) return { setting: 'SPCI_GLOBAL_TOKEN', fault: 'required with the address' };
  const origin = originOf(url);
  if (origin === undefined)
    return { setting: 'SPCI_GLOBAL_URL', fault: 'an https origin, or http on loopback, without a path' };
  if (!isToken('spci', token))
    return { setting: 'SPCI_GLOBAL_TOKEN', fault: 'a token spci_… of the other installation' };
  return { url: origin, token };
}
