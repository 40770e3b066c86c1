import { isIPv4 } from 'node:net';
import { createSecureContext } from 'node:tls';
import { settingFault, type SettingFault } from './setting-fault.ts';

export interface FtpTls {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
}

export interface FtpSettings {
  readonly port: number;
  /** What clients are told. */
  readonly host: string;
  /** An IPv4 address that clients are sent to for data; undefined: the one that they reached. */
  readonly passiveAddress: string | undefined;
  /** Of data connections; undefined: whichever are free. */
  readonly passivePorts: { readonly from: number; readonly to: number } | undefined;
  /** Undefined: neither names nor contents are encrypted. */
  readonly tls: FtpTls | undefined;
}

interface Texts extends Readonly<
  Record<'port' | 'host' | 'passivePorts' | 'certificate' | 'key' | 'publicUrl', string | undefined>
> {
  readonly listensOn: string;
}

const portMax = 65_535;

/** A name of letters, digits, hyphens and dots, or an address; without a port. */
const isHost = (text: string): boolean => /^[A-Za-z0-9.-]{1,255}$/.test(text) || /^[0-9A-Fa-f:]{2,39}$/.test(text);

function hostOf({ host, publicUrl, listensOn }: Texts): string | undefined {
  if (host !== undefined) return isHost(host) ? host : undefined;
  return publicUrl === undefined ? listensOn : new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');
}

function areOnePair({ certificate, key }: FtpTls): boolean {
  try {
    createSecureContext({ cert: certificate, key });
    return true;
  } catch {
    return false;
  }
}

function portsIn(text: string): FtpSettings['passivePorts'] {
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? [];
  const ports = { from: Number(from), to: Number(to) };
  return ports.from >= 1 && ports.from <= ports.to && ports.to <= portMax ? ports : undefined;
}

/** Undefined when files are not taken by FTP; `certificate` and `key` are contents of their files. */
export function parseFtp(texts: Texts): FtpSettings | SettingFault | undefined {
  const { port, certificate, key } = texts;
  const others = { SPCI_FTP_HOST: texts.host, SPCI_FTP_PASSIVE_PORTS: texts.passivePorts };
  const dependent = { ...others, SPCI_FTP_CERTIFICATE_FILE: certificate, SPCI_FTP_KEY_FILE: key };
  if (port === undefined) {
    const given = Object.entries(dependent).some(([, text]) => text !== undefined);
    return given ? settingFault('SPCI_FTP_PORT', 'required with the other settings of FTP') : undefined;
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > portMax)
    return settingFault('SPCI_FTP_PORT', `a whole number from 0 to ${portMax}`);
  const host = hostOf(texts);
  if (host === undefined) return settingFault('SPCI_FTP_HOST', 'a name or an address, without a port');
  const passivePorts = texts.passivePorts === undefined ? undefined : portsIn(texts.passivePorts);
  if (texts.passivePorts !== undefined && passivePorts === undefined)
    return settingFault('SPCI_FTP_PASSIVE_PORTS', 'a range such as 50000-50099');
  if (certificate === undefined && key !== undefined)
    return settingFault('SPCI_FTP_CERTIFICATE_FILE', 'required with the key');
  if (certificate !== undefined && key === undefined)
    return settingFault('SPCI_FTP_KEY_FILE', 'required with the certificate');
  const tls = certificate === undefined || key === undefined ? undefined : { certificate, key };
  if (tls !== undefined && !areOnePair(tls))
    return settingFault(
      'SPCI_FTP_KEY_FILE',
      'the key of the certificate, both in PEM and the key without a passphrase',
    );
  const passiveAddress = texts.host !== undefined && isIPv4(texts.host) ? texts.host : undefined;
  return { port: Number(port), host, passiveAddress, passivePorts, tls };
}
