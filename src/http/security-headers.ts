import type { IncomingMessage } from 'node:http';
import { descriptionDigest } from '../published-description.ts';

const overAnyTransport = {
  'Spec-Digest': descriptionDigest,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  // By themselves shared caches spare answers to `Authorization` only, and no other header's (RFC 9111, 3.5).
  'Cache-Control': 'private, no-cache',
} as const;

const overTls = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } as const;

/** On every answer. HSTS goes out over TLS only, where this server's or a trusted proxy's word says so. */
export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return secure ? { ...overAnyTransport, ...overTls } : overAnyTransport;
}

const acceptable = /^[A-Za-z0-9._-]{1,128}$/;

/** The client's own id when it is plain text, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && acceptable.test(given) ? given : crypto.randomUUID();
}
