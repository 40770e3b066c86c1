import type { IncomingMessage, ServerResponse } from 'node:http';
import { descriptionDigest } from '../published-description.ts';

/** On every answer. HSTS goes out over TLS only, where this server's or a trusted proxy's word says so. */
export function setSecurityHeaders(response: ServerResponse, secure: boolean): void {
  response.setHeader('Spec-Digest', descriptionDigest);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}

const acceptable = /^[A-Za-z0-9._-]{1,128}$/;

/** The client's own id when it is plain text, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && acceptable.test(given) ? given : crypto.randomUUID();
}
