import type { IncomingMessage } from 'node:http';
import type { AppError } from '../errors.ts';
import { sessionIn } from '../session-cookie.ts';
import { weightOf } from './accept-header.ts';
import type { DeclaredOperation } from './route-table.ts';
import { targetOf } from './request-target.ts';

export const isPage = ({ path }: DeclaredOperation): boolean => path.startsWith('/{domain}');

/**
 * Whether the browser forgets its session with this refusal: whatever it had where a page refuses, and one that is none
 * where sessions open the API.
 */
export function endsSession(
  operation: DeclaredOperation,
  { code, details }: AppError,
  { headersDistinct }: IncomingMessage,
) {
  if (isPage(operation)) return code === 'unauthorized' || code === 'invalid_credentials';
  // Where another source decided, nobody looked at the session.
  const isJudged = code === 'unauthorized' && details.reason === 'absent' && operation.takesSession;
  return isJudged && sessionIn(headersDistinct['cookie'] ?? []) !== undefined;
}

/** Pages ask for a name and a password, but not of a script: for its request the browser would ask whoever looks on. */
export function schemeAskedFor(operation: DeclaredOperation, { headers }: IncomingMessage): 'Basic' | 'Bearer' {
  return isPage(operation) && headers['sec-fetch-dest'] !== 'empty' ? 'Basic' : 'Bearer';
}

/** Where a person who shows nothing is sent to show it; undefined for a program, which is told what it lacks. */
export function signInFor(operation: DeclaredOperation, { details }: AppError, request: IncomingMessage) {
  const { accept = '' } = request.headers;
  const wantsPage = weightOf(accept, 'text/html') > weightOf(accept, 'application/json');
  const isPerson = operation.credential === 'browser' && operation.method === 'GET' && wantsPage;
  const [, domain = ''] = targetOf(request.url ?? '').path.split('/');
  return isPerson && details.reason === 'absent' ? `/${decodeURIComponent(domain).toLowerCase()}/sign-in` : undefined;
}
