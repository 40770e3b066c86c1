import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../errors.ts';

export const signatureHeader = 'x-hub-signature-256';

const form = /^sha256=([0-9a-f]{64})$/;

/** Of the body, as GitHub sends it. */
export function signatureIn(headers: IncomingHttpHeaders): 'absent' | 'malformed' | Buffer {
  const header = headers[signatureHeader];
  if (header === undefined) return 'absent';
  const [, digest] = form.exec(String(header)) ?? [];
  return digest === undefined ? 'malformed' : Buffer.from(digest, 'hex');
}

/** That the bytes, as they came, were signed with the secret of the webhook. */
export function assertSigned(secret: string | undefined, headers: IncomingHttpHeaders, bytes: Buffer): void {
  const signature = signatureIn(headers);
  const signed = createHmac('sha256', secret ?? '')
    .update(bytes)
    .digest();
  if (secret !== undefined && Buffer.isBuffer(signature) && timingSafeEqual(signature, signed)) return;
  throw new AppError('unauthorized', 'The body is not signed with the secret of the webhook.', { reason: 'invalid' });
}
