import { isConfidential } from './confidential-address.ts';
import type { SettingFault } from './setting-fault.ts';

/** An issuer of promise tokens that speaks OAuth 2.0, and how this installation is known to it. */
export interface PromiseIssuerSettings {
  /** Its token endpoint, which exchanges tokens (RFC 8693). */
  readonly url: string;
  /** RFC 7662. */
  readonly introspectionUrl: string;
  /** RFC 7009. */
  readonly revocationUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const prefix = 'SPCI_PROMISE_ISSUER_';
const names = ['URL', 'INTROSPECTION_URL', 'REVOCATION_URL', 'CLIENT_ID', 'CLIENT_SECRET'] as const;
type Name = (typeof names)[number];

function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isConfidential(url) && url.username + url.password + url.hash === '';
}

function faultOf(name: Name, value: string | undefined): string | undefined {
  if (value === undefined) return 'required with an issuer elsewhere';
  if (!name.endsWith('URL') || isEndpoint(value)) return undefined;
  return 'an https address, or http on loopback, without credentials and fragment';
}

/** Undefined when there is none elsewhere. One is taken whole, and with keys to seal what it gives. */
export function parsePromiseIssuer(
  read: (setting: string) => string | undefined,
): PromiseIssuerSettings | SettingFault | undefined {
  const values = names.map((name) => read(prefix + name));
  if (values.every((value) => value === undefined)) return undefined;
  for (const [index, name] of names.entries()) {
    const fault = faultOf(name, values[index]);
    if (fault !== undefined) return { setting: prefix + name, fault };
  }
  if (read('SPCI_SEALING_KEYS') === undefined)
    return { setting: 'SPCI_SEALING_KEYS', fault: 'required with an issuer of promise tokens elsewhere' };
  const [url = '', introspectionUrl = '', revocationUrl = '', clientId = '', clientSecret = ''] = values;
  return { url, introspectionUrl, revocationUrl, clientId, clientSecret };
}
