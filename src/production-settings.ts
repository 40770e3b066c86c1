import { isLoopback } from './confidential-address.ts';
import type { FtpSettings } from './ftp-settings.ts';
import type { Keyring } from './secrets.ts';
import { settingFault, type SettingFault } from './setting-fault.ts';

interface Guarded {
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly singleNode: boolean;
  readonly lookupKeys: string | undefined;
  readonly sealingKeys: Keyring | undefined;
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly ftp: FtpSettings | undefined;
}

/** What a server in production refuses to start with. */
export function unsafeIn(
  settings: Guarded,
  environment: Readonly<Record<string, string | undefined>>,
): SettingFault | undefined {
  const loopback = isLoopback(settings.host);
  if (settings.databaseUrl === undefined && !settings.singleNode)
    return settingFault('DATABASE_URL', 'required in production, or SPCI_SINGLE_NODE=1 for one small node');
  if (settings.lookupKeys === undefined) return settingFault('SPCI_LOOKUP_KEYS', 'required in production');
  if (settings.sealingKeys === undefined) return settingFault('SPCI_SEALING_KEYS', 'required in production');
  if (settings.publicUrl === undefined) return settingFault('SPCI_PUBLIC_URL', 'required in production');
  if (!loopback && settings.trustedProxies.length === 0)
    return settingFault('SPCI_TRUSTED_PROXIES', 'required to listen beyond loopback: TLS ends at a proxy');
  if (!loopback && settings.ftp !== undefined && settings.ftp.tls === undefined)
    return settingFault('SPCI_FTP_CERTIFICATE_FILE', 'required to take files by FTP beyond loopback');
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    return settingFault('NODE_TLS_REJECT_UNAUTHORIZED', 'must not be 0');
  for (const name of ['TESTING', 'SPCI_TEST']) {
    if (environment[name] !== undefined) return settingFault(name, 'has no place in production');
  }
  return undefined;
}
