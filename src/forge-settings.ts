/** GitHub, or a GitHub Enterprise Server, and the OAuth app by which this installation asks it. */
export interface ForgeSettings {
  /** Where people sign in. */
  readonly url: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

interface GivenForge {
  readonly url: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
}

interface RefusedSetting {
  readonly setting: string;
  readonly fault: string;
}

const publicForge = 'https://github.com';

function originOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const usable = url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback));
  return usable && url.href === `${url.origin}/` ? url.origin : undefined;
}

/** Undefined when there is no OAuth app. */
export function parseForge({ url, clientId, clientSecret }: GivenForge): ForgeSettings | RefusedSetting | undefined {
  const origin = originOf(url ?? publicForge);
  if (origin === undefined)
    return { setting: 'SPCI_FORGE_URL', fault: 'an https origin, or http on loopback, without a path' };
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId === undefined) return { setting: 'SPCI_GITHUB_CLIENT_ID', fault: 'required with the secret' };
  if (clientSecret === undefined) return { setting: 'SPCI_GITHUB_CLIENT_SECRET', fault: 'required with the id' };
  const apiUrl = origin === publicForge ? 'https://api.github.com' : `${origin}/api/v3`;
  return { url: origin, apiUrl, clientId, clientSecret };
}
