import { isSignedBy, sign, type Keyring } from '../../secrets.ts';
import type { SignaturePrincipal } from '../../principal.ts';

export const addressLifeSeconds = 600;

/** A file system takes no longer name, and the headers and addresses that carry it, percent-encoded, stay bounded. */
const nameBytesMax = 240;

export interface AddressSigner {
  readonly publicUrl: string;
  readonly keys: Keyring;
  readonly now: Date;
}

export interface AddressedFile {
  readonly sha256: string;
  readonly name: string;
  readonly domainId: number;
}

/** The parts of a signed address as a request carries them, decoded and otherwise unread. */
export interface GivenAddress {
  readonly sha256: string;
  readonly name: string;
  readonly domain: string;
  readonly expires: string;
  readonly signature: string;
}

type SignedParts = readonly [sha256: string, name: string, expires: string, domain: string];

/** An absolute address that serves one stored object, under this name, for ten minutes. */
export function signedAddress({ publicUrl, keys, now }: AddressSigner, file: AddressedFile): string {
  const name = servedName(file.name);
  const expires = String(Math.floor(now.getTime() / 1000) + addressLifeSeconds);
  const domain = String(file.domainId);
  const parts: SignedParts = [file.sha256, name, expires, domain];
  const query = new URLSearchParams({ name, domain, expires, signature: sign(keys.active, 'file', parts) });
  return `${publicUrl}/api/v1/files/${file.sha256}?${query}`;
}

/** The right to one object that an address gives; undefined when it is forged, altered or over. */
export function verifySignedAddress(keys: Keyring, nowMs: number, given: GivenAddress): SignaturePrincipal | undefined {
  const parts: SignedParts = [given.sha256, given.name, given.expires, given.domain];
  if (!isSignedBy(keys, 'file', parts, given.signature)) return undefined;
  if (Number(given.expires) * 1000 <= nowMs) return undefined;
  return { kind: 'signature', domainId: Number(given.domain), sha256: given.sha256 };
}

/** The name itself or, when it is too long, its beginning and its extension. */
export function servedName(name: string): string {
  if (Buffer.byteLength(name) <= nameBytesMax) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return beginningOf(name, nameBytesMax - extension.length) + extension;
}

function beginningOf(text: string, bytesMax: number): string {
  let beginning = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > bytesMax) break;
    beginning += character;
  }
  return beginning;
}
