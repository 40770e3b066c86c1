import type { Listen } from '../../db/notices.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { Region } from '../../region.ts';
import { isToken, lookupDigest } from '../../secrets.ts';
import { forgetOnNotices } from './authority-notices.ts';
import { updateCallsTaken } from './counted-calls.queries.ts';
import { loadToken, type LoaderParts } from './token-loading.ts';
import type { TokenUsage } from './token-usage.ts';
import { verifiedTokensOf } from './verified-tokens.ts';

export interface TokenVerifier {
  /**
   * Undefined for whatever is no live token of an active account; which of the reasons it is stays untold. Takes one of
   * the calls of a token whose calls are counted.
   */
  verify(token: string, region?: Region): Promise<AccountPrincipal | undefined>;
  /** The same for who asks about a token of this installation: takes no call. */
  inspect(token: string): Promise<AccountPrincipal | undefined>;
  /** Of a live session of the region, whose end moves on with its use. */
  verifySession(secret: string, region?: Region): Promise<AccountPrincipal | undefined>;
}

interface VerifierParts extends Omit<LoaderParts, 'clock'> {
  readonly listen: Listen;
  /** Whether legacy tokens are taken. */
  readonly legacyTokens?: boolean;
  readonly usage?: TokenUsage;
  readonly clock?: () => number;
}

/**
 * Verifies tokens of accounts. A known one costs a digest and a look-up in memory; its row is read again after a notice,
 * and once it is no longer fresh. argon2 runs once for a token whose row was found and that another process minted, and
 * never for an unknown one. What is known of a token is known of it in one region.
 */
export function createTokenVerifier({
  db,
  keys,
  listen,
  legacyTokens = false,
  usage,
  askPeer,
  clock = () => performance.now(),
}: VerifierParts): TokenVerifier {
  forgetOnNotices({ db, listen });
  const { known, loading } = verifiedTokensOf(db);

  /** One look-up at a time for each token; what `forgetToken` dropped meanwhile is not remembered. */
  function loadOnce(key: string, token: string, region: Region): Promise<AccountPrincipal | undefined> {
    const joined = loading.get(key);
    if (joined !== undefined) return joined;
    const isCurrent = (): boolean => loading.get(key) === own;
    const own: Promise<AccountPrincipal | undefined> = loadToken({ db, keys, askPeer, clock }, token, region)
      .then((found) => {
        if (found === undefined) known.delete(key);
        else if (isCurrent()) known.set(key, found);
        return found?.principal;
      })
      .finally(() => {
        if (isCurrent()) loading.delete(key);
      });
    loading.set(key, own);
    return own;
  }

  async function verify(token: string, region: Region): Promise<AccountPrincipal | undefined> {
    const key = `${region} ${lookupDigest(keys.active, token).toString('base64')}`;
    const hit = known.get(key);
    if (hit !== undefined && clock() < hit.usableUntilMs) return hit.principal;
    return loadOnce(key, token, region);
  }

  return {
    verify: async (token, region = 'regional') => {
      const isLegacy = legacyTokens && region === 'regional' && isToken('spco', token);
      const principal = isLegacy || isToken('spci', token) ? await verify(token, region) : undefined;
      if (principal === undefined || region === 'global') return principal;
      if (principal.counted === true && !(await updateCallsTaken(db, principal.tokenId, 1))) return undefined;
      usage?.note(principal.tokenId);
      return principal;
    },
    inspect: async (token) => (isToken('spci', token) ? verify(token, 'regional') : undefined),
    verifySession: async (secret, region = 'regional') =>
      isToken('spcs', secret) ? verify(secret, region) : undefined,
  };
}
