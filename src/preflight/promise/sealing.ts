import { createSecretKey } from 'node:crypto';
import type { Keyring } from '../../secrets.ts';
import { openWith, sealWith, type SealedParts } from '../../sealed-text.ts';

/** What a sealed text belongs to: moved to another row, it is not opened. */
export interface SealedFor {
  readonly purpose: string;
  readonly jobId: string;
  readonly siteId: number;
}

export type Unopened = { readonly kind: 'key_unavailable'; readonly kid: string } | { readonly kind: 'not_authentic' };
export type Opened = { readonly kind: 'opened'; readonly text: string } | Unopened;
export type Resealed = { readonly kind: 'resealed'; readonly sealed: string } | Unopened;

export interface Sealing {
  /** `v1.kid.iv.tag.ciphertext`; the last three in base64url. */
  seal(text: string, owner: SealedFor): string;
  open(sealed: string, owner: SealedFor): Opened;
  /** Under the active key; what is under it already stays as it is. */
  reseal(sealed: string, owner: SealedFor): Resealed;
}

const form = /^v1\.([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]*)$/;
const notAuthentic = { kind: 'not_authentic' } as const;

const contextOf = ({ purpose, jobId, siteId }: SealedFor): string => JSON.stringify([purpose, jobId, siteId]);

const joined = (kid: string, { nonce, tag, sealed }: SealedParts): string =>
  ['v1', kid, ...[nonce, tag, sealed].map((part) => part.toString('base64url'))].join('.');

/** The first key seals, all of them open. */
export function createSealing({ active, all }: Keyring): Sealing {
  const keys = new Map(all.map(({ kid, secret }) => [kid, createSecretKey(secret)]));
  const activeKey = createSecretKey(active.secret);

  function seal(text: string, owner: SealedFor): string {
    return joined(active.kid, sealWith(activeKey, text, contextOf(owner)));
  }

  function open(text: string, owner: SealedFor): Opened {
    const [, kid, ...rest] = form.exec(text) ?? [];
    const [nonce, tag, sealed] = rest.map((part) => Buffer.from(part, 'base64url'));
    if (kid === undefined || nonce === undefined || tag === undefined || sealed === undefined) return notAuthentic;
    // Many texts decode to the same bytes: what is sealed has one spelling.
    if (joined(kid, { nonce, tag, sealed }) !== text) return notAuthentic;
    const key = keys.get(kid);
    if (key === undefined) return { kind: 'key_unavailable', kid };
    try {
      return { kind: 'opened', text: openWith(key, { nonce, tag, sealed }, contextOf(owner)) };
    } catch {
      return notAuthentic;
    }
  }

  function reseal(sealed: string, owner: SealedFor): Resealed {
    const opened = open(sealed, owner);
    if (opened.kind !== 'opened') return opened;
    const isActive = sealed.startsWith(`v1.${active.kid}.`);
    return { kind: 'resealed', sealed: isActive ? sealed : seal(opened.text, owner) };
  }

  return { seal, open, reseal };
}
