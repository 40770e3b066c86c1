import * as oauth from 'oauth4webapi';
import { AppError } from '../errors.ts';
import type { GlobalRegion } from '../global-region-settings.ts';

/** What the global region says of a live token. */
export interface PeerToken {
  readonly scopes: readonly string[];
  /** E-mail address of its account. */
  readonly email: string;
  /** Slug of its domain. */
  readonly domain: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export type AskPeer = (token: string) => Promise<PeerToken | undefined>;

const timeoutMs = 3_000;
const path = '/api/v1/auth/introspect';

/** Whose token it is, of the installation that is the global region (RFC 7662); undefined for one that is not active. */
export async function askPeer({ url, token: own }: GlobalRegion, token: string): Promise<PeerToken | undefined> {
  const [server, client] = [{ issuer: url, introspection_endpoint: `${url}${path}` }, { client_id: 'spci' }];
  const byOwnToken: oauth.ClientAuth = (_server, _client, _body, headers) =>
    headers.set('Authorization', `Bearer ${own}`);
  try {
    // Settings allow plain HTTP on loopback only.
    const options = { signal: AbortSignal.timeout(timeoutMs), [oauth.allowInsecureRequests]: url.startsWith('http:') };
    const response = await oauth.introspectionRequest(server, client, byOwnToken, token, options);
    return peerTokenIn(await oauth.processIntrospectionResponse(server, client, response));
  } catch (failure) {
    throw new AppError('unavailable', 'The global region does not say whose token that is; try again.', {}, failure);
  }
}

/** What is no SPCI, or one of another version, may say less than is needed: then nobody is let in. */
function peerTokenIn(answer: oauth.IntrospectionResponse): PeerToken | undefined {
  if (!answer.active) return undefined;
  const { scope, username, domain, exp } = answer;
  const isWhole =
    typeof scope === 'string' && typeof username === 'string' && typeof domain === 'string' && Number.isInteger(exp);
  if (!isWhole) throw new Error('The answer of the global region lacks scope, username, domain or exp.');
  return { scopes: scope.split(' '), email: username, domain, expiresAt: exp ?? 0 };
}
