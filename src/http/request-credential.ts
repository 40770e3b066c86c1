import type { IncomingMessage } from 'node:http';
import { extractCredential, withoutBodyToken, type Credential } from './credentials.ts';
import { isBodyHeld } from './expectation.ts';
import { fitsBodyHeaders, readJsonBody } from './request-body.ts';
import type { Target } from './request-target.ts';
import type { Route } from './route-table.ts';

export interface FoundCredential {
  readonly credential: Credential;
  /** The parsed body, without the token, where it had to be read to find one. */
  readonly body: unknown;
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
  const query = operation.takesQueryToken ? new URLSearchParams(target.queryText) : undefined;
  const credential = extractCredential({ headers, query });
  if (credential.kind !== 'absent') return { credential: allowed(credential, settings), body: undefined };
  const mayHold = operation.takesBodyToken && fitsBodyHeaders(request, operation) && !isBodyHeld(request);
  if (!mayHold) return { credential, body: undefined };
  const body = await readJsonBody(request, operation).catch(() => undefined);
  return { credential: extractCredential({ headers, body }), body: withoutBodyToken(body) };
}

/** Where tokens in addresses are switched off, one is as good as none that is valid. */
function allowed(credential: Credential, { queryTokens }: { readonly queryTokens: boolean }): Credential {
  if (credential.kind === 'absent' || credential.source !== 'query' || queryTokens) return credential;
  return { kind: 'malformed', source: 'query' };
}
