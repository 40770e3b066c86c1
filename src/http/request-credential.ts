import type { IncomingMessage } from 'node:http';
import { extractCredential, withoutBodyToken, type Credential } from './credentials.ts';
import { isBodyHeld } from './expectation.ts';
import { extractPageCredential } from './page-credentials.ts';
import { fitsBodyHeaders, readJsonBody } from './request-body.ts';
import type { Target } from './request-target.ts';
import { sessionIn } from '../session-cookie.ts';
import type { Route } from './route-table.ts';

export interface FoundCredential {
  readonly credential: Credential;
  /** The parsed body, without the token, where it had to be read to find one; it fails as its reading failed. */
  readonly body: Promise<unknown> | undefined;
}

/**
 * The credential of a request, by the sources that its operation takes. A body is read only where nothing before it is
 * present; one that cannot be read has none, whatever is wrong with it, nor has one that the client keeps until its
 * headers are accepted.
 */
export async function findCredential(
  request: IncomingMessage,
  { operation }: Route,
  target: Target,
  settings: { readonly queryTokens: boolean },
): Promise<FoundCredential> {
  const headers = request.headersDistinct;
  if (operation.credential === 'browser') {
    const query = operation.takesQueryToken ? new URLSearchParams(target.queryText) : undefined;
    const session = sessionIn(headers['cookie'] ?? []);
    return { credential: allowed(extractPageCredential({ headers, query, session }), settings), body: undefined };
  }
  const query = operation.takesQueryToken ? new URLSearchParams(target.queryText) : undefined;
  const early = extractCredential({ headers, query });
  if (early.kind !== 'absent') return { credential: allowed(early, settings), body: undefined };
  const session = operation.takesSession ? sessionIn(headers['cookie'] ?? []) : undefined;
  const mayHold = operation.takesBodyToken && fitsBodyHeaders(request, operation) && !isBodyHeld(request);
  const reading = mayHold ? readJsonBody(request, operation) : undefined;
  const body = reading?.then(withoutBodyToken);
  // Whoever is refused never asks for it.
  body?.catch(() => undefined);
  const known = await reading?.catch(() => undefined);
  return { credential: extractCredential({ headers, body: known, session }), body };
}

/** Where tokens in addresses are switched off, one is as good as none that is valid. */
function allowed(credential: Credential, { queryTokens }: { readonly queryTokens: boolean }): Credential {
  if (credential.kind === 'absent' || credential.source !== 'query' || queryTokens) return credential;
  return { kind: 'malformed', source: 'query' };
}
