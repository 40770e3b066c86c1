import type { components } from '../../../generated/api.ts';
import { exchangesMax } from './built-in-issuer.ts';
import type { LivePromiseToken } from './promise-tokens.queries.ts';

const seconds = (moment: string): number => Math.floor(Date.parse(moment) / 1000);

/** In the words of RFC 7662; undefined: of one that is not live nothing is told. */
export function toIntrospection(
  found: LivePromiseToken | undefined,
  iss: string,
): components['schemas']['PromiseTokenIntrospection'] {
  if (found === undefined) return { active: false };
  const isPromise = found.kind === 'promise';
  return {
    active: true,
    token_type: isPromise ? 'promise_token' : 'bearer',
    purpose: found.purpose,
    site_id: found.site_id,
    aud: found.base_url,
    sub: String(found.account_id),
    domain: found.slug,
    iss,
    iat: seconds(found.created_at),
    exp: seconds(found.expires_at),
    ...(isPromise ? { uses_left: exchangesMax - found.uses } : {}),
  };
}
