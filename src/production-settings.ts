import type { FtpSettings } from './ftp-settings.ts';

interface Guarded {
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly singleNode: boolean;
  readonly lookupKeys: string | undefined;
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly ftp: FtpSettings | undefined;
}

interface Fault {
  readonly setting: string;
  readonly fault: string;
}

const fault = (setting: string, text: string): Fault => ({ setting, fault: text });

/** What a server in production refuses to start with. */
export function unsafeIn(
  settings: Guarded,
  environment: Readonly<Record<string, string | undefined>>,
): Fault | undefined {
  const loopback = /^(localhost|127(\.\d+){3}|::1)$/.test(settings.host);
  if (settings.databaseUrl === undefined && !settings.singleNode)
    return fault('DATABASE_URL', 'required in production, or SPCI_SINGLE_NODE=1 for one small node');
  if (settings.lookupKeys === undefined) return fault('SPCI_LOOKUP_KEYS', 'required in production');
  if (settings.publicUrl === undefined) return fault('SPCI_PUBLIC_URL', 'required in production');
  if (!loopback && settings.trustedProxies.length === 0)
    return fault('SPCI_TRUSTED_PROXIES', 'required to listen beyond loopback: TLS ends at a proxy');
  if (!loopback && settings.ftp !== undefined && settings.ftp.tls === undefined)
    return fault('SPCI_FTP_CERTIFICATE_FILE', 'required to take files by FTP beyond loopback');
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    return fault('NODE_TLS_REJECT_UNAUTHORIZED', 'must not be 0');
  for (const name of ['TESTING', 'SPCI_TEST']) {
    if (environment[name] !== undefined) return fault(name, 'has no place in production');
  }
  return undefined;
}
