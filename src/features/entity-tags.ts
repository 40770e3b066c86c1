import { createHash } from 'node:crypto';

/** SHA-256 of the whole content, quoted. */
export function entityTagOf(content: string | Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('hex')}"`;
}

/** Whether `If-None-Match` names this representation; weak tags name it too (RFC 9110, 13.1.2). */
export function namesEntity(ifNoneMatch: string | undefined, etag: string): boolean {
  const named = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes(etag) || named.includes('*');
}
