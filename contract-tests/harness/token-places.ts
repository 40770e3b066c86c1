import type { DeclaredOperation } from './declared-requests.ts';
import type { SentRequest } from './send-request.ts';

/** The request with a token where it is deprecated; undefined where the operation takes none there. */
export function withDeprecatedToken(
  { credential, takesQueryToken, takesBodyToken }: DeclaredOperation,
  { query = {}, body, ...request }: SentRequest,
  token: string,
): SentRequest | undefined {
  if (takesQueryToken) {
    const text = typeof query === 'string' ? query : new URLSearchParams(query).toString();
    const name = credential === 'browser' ? 'x-auth-token' : 'access_token';
    const own = `${name}=${encodeURIComponent(token)}`;
    return { ...request, query: text === '' ? own : `${text}&${own}`, ...(body === undefined ? {} : { body }) };
  }
  if (!takesBodyToken) return undefined;
  const members = JSON.parse(String(body ?? '{}')) as object;
  return { ...request, query, body: JSON.stringify({ ...members, access_token: token }) };
}
