import { confidentialOrigin } from './confidential-address.ts';
import { createPrivateKey } from 'node:crypto';
import type { SettingFault } from './setting-fault.ts';

/** GitHub, or a GitHub Enterprise Server, and the OAuth app by which this installation asks it. */
export interface ForgeSettings {
  /** Where people sign in. */
  readonly url: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The GitHub App in whose name commit statuses and comments are written. */
export interface ForgeAppSettings {
  readonly url: string;
  readonly apiUrl: string;
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
}

interface GivenApp {
  readonly url: string | undefined;
  readonly appId: string | undefined;
  readonly privateKey: string | undefined;
}

interface GivenForge {
  readonly url: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
}

const publicForge = 'https://github.com';

const apiOf = (origin: string): string => (origin === publicForge ? 'https://api.github.com' : `${origin}/api/v3`);

/** Undefined when there is no OAuth app. */
export function parseForge({ url, clientId, clientSecret }: GivenForge): ForgeSettings | SettingFault | undefined {
  const origin = confidentialOrigin(url ?? publicForge);
  if (origin === undefined)
    return { setting: 'SPCI_FORGE_URL', fault: 'an https origin, or http on loopback, without a path' };
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId === undefined) return { setting: 'SPCI_GITHUB_CLIENT_ID', fault: 'required with the secret' };
  if (clientSecret === undefined) return { setting: 'SPCI_GITHUB_CLIENT_SECRET', fault: 'required with the id' };
  return { url: origin, apiUrl: apiOf(origin), clientId, clientSecret };
}

/** Undefined when there is no GitHub App. */
export function parseForgeApp({ url, appId, privateKey }: GivenApp): ForgeAppSettings | SettingFault | undefined {
  const origin = confidentialOrigin(url ?? publicForge);
  if (origin === undefined || (appId === undefined && privateKey === undefined)) return undefined;
  if (appId === undefined || !/^[1-9]\d{0,14}$/.test(appId))
    return { setting: 'SPCI_GITHUB_APP_ID', fault: 'the number of the GitHub App; required with its key' };
  if (privateKey === undefined) return { setting: 'SPCI_GITHUB_APP_KEY_FILE', fault: 'required with the app' };
  if (!isPrivateKey(privateKey))
    return { setting: 'SPCI_GITHUB_APP_KEY_FILE', fault: 'the private key of the app, as GitHub gave it (PEM)' };
  return { url: origin, apiUrl: apiOf(origin), appId: Number(appId), privateKey };
}

function isPrivateKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
