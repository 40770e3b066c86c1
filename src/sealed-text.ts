import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type CipherKey } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

export interface SealedParts {
  readonly nonce: Buffer;
  readonly tag: Buffer;
  readonly sealed: Buffer;
}

const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'spci sealed text', 32));

/** With a key of 32 bytes; the context is not in the parts, and has to be the same where they are opened. */
export function sealWith(key: CipherKey, text: string, context = ''): SealedParts {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return { nonce, tag: sealing.getAuthTag(), sealed };
}

/** Throws where key or context are others, or a bit has changed. */
export function openWith(key: CipherKey, { nonce, tag, sealed }: SealedParts, context = ''): string {
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context));
  opening.setAuthTag(tag);
  return Buffer.concat([opening.update(sealed), opening.final()]).toString('utf8');
}

/** Readable for whoever brings the secret, a token that is stored as a digest alone: nonce, tag, text. */
export function sealText(secret: string, text: string): Buffer {
  const { nonce, tag, sealed } = sealWith(keyOf(secret), text);
  return Buffer.concat([nonce, tag, sealed]);
}

/** Throws where the secret is another, or a bit has changed. */
export function openText(secret: string, sealed: Buffer): string {
  const [tagAt, textAt] = [nonceBytes, nonceBytes + tagBytes];
  const parts = {
    nonce: sealed.subarray(0, tagAt),
    tag: sealed.subarray(tagAt, textAt),
    sealed: sealed.subarray(textAt),
  };
  return openWith(keyOf(secret), parts);
}
