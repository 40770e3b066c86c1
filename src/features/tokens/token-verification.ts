import type { AppContext } from '../../context.ts';
import type { Listen } from '../../db/notices.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { isToken, lookupDigest, lookupDigests } from '../../secrets.ts';
import { verifySecret } from '../accounts/passwords.ts';
import { forgetOnNotices } from './authority-notices.ts';
import { updateCallsTaken } from './counted-calls.queries.ts';
import { keepSession } from './sessions.ts';
import { allowedScopes } from './scopes.ts';
import { findLiveToken, type LiveToken } from './tokens.queries.ts';
import type { TokenUsage } from './token-usage.ts';
import { verifiedTokensOf, type VerifiedToken } from './verified-tokens.ts';

export interface TokenVerifier {
  /**
   * Undefined for whatever is no live token of an active account; which of the reasons it is stays untold. Takes one of
   * the calls of a token whose calls are counted.
   */
  verify(token: string): Promise<AccountPrincipal | undefined>;
  /** Of a live session, whose end moves on with its use. */
  verifySession(secret: string): Promise<AccountPrincipal | undefined>;
}

interface VerifierParts extends Pick<AppContext, 'db' | 'keys'> {
  readonly listen: Listen;
  readonly usage?: TokenUsage;
  readonly clock?: () => number;
}

/** How long a revocation, a new role or a deactivation by another process may go unseen when no notice comes. */
const freshMs = 5_000;

/**
 * Verifies tokens of accounts. A known one costs a digest and a look-up in memory; its row is read again after a notice,
 * and once it is no longer fresh. argon2 runs once for a token whose row was found and that another process minted, and
 * never for an unknown one.
 */
export function createTokenVerifier({
  db,
  keys,
  listen,
  usage,
  clock = () => performance.now(),
}: VerifierParts): TokenVerifier {
  forgetOnNotices({ db, listen });
  const { known, hashes, loading } = verifiedTokensOf(db);

  async function load(digest: string, token: string): Promise<VerifiedToken | undefined> {
    const readAtMs = clock();
    const row = await findLiveToken(db, lookupDigests(keys, token));
    if (row === undefined) return undefined;
    const verified = hashes.get(digest) === row.token_hash || (await verifySecret(row.token_hash, token));
    if (!verified) return undefined;
    hashes.set(digest, row.token_hash);
    if (row.kind === 'session') await keepSession(db, row.id);
    const usableUntilMs = readAtMs + Math.min(freshMs, row.remaining_ms);
    return { principal: principalOf(row), usableUntilMs };
  }

  /** One look-up at a time for each token; what `forgetToken` dropped meanwhile is not remembered. */
  function loadOnce(digest: string, token: string): Promise<AccountPrincipal | undefined> {
    const joined = loading.get(digest);
    if (joined !== undefined) return joined;
    const isCurrent = (): boolean => loading.get(digest) === own;
    const own: Promise<AccountPrincipal | undefined> = load(digest, token)
      .then((found) => {
        if (found === undefined) known.delete(digest);
        else if (isCurrent()) known.set(digest, found);
        return found?.principal;
      })
      .finally(() => {
        if (isCurrent()) loading.delete(digest);
      });
    loading.set(digest, own);
    return own;
  }

  async function verify(token: string): Promise<AccountPrincipal | undefined> {
    const digest = lookupDigest(keys.active, token).toString('base64');
    const hit = known.get(digest);
    if (hit !== undefined && clock() < hit.usableUntilMs) return hit.principal;
    return loadOnce(digest, token);
  }

  return {
    verify: async (token) => {
      const principal = isToken('spci', token) ? await verify(token) : undefined;
      if (principal === undefined) return undefined;
      if (principal.counted === true && !(await updateCallsTaken(db, principal.tokenId, 1))) return undefined;
      usage?.note(principal.tokenId);
      return principal;
    },
    verifySession: async (secret) => (isToken('spcs', secret) ? verify(secret) : undefined),
  };
}

function principalOf(row: LiveToken): AccountPrincipal {
  return {
    kind: 'account',
    accountId: row.account_id,
    tokenId: row.id,
    domainId: row.domain_id,
    role: row.role,
    operator: row.operator,
    readOnly: row.read_only,
    scopes: allowedScopes(row.scopes, row.role),
    ...confinementOf(row),
    ...(row.calls_left === null ? {} : { counted: true }),
  };
}

function confinementOf(row: LiveToken): Pick<AccountPrincipal, 'confinement'> {
  const { repository_id: id, repository: name, run_id: runId } = row;
  const repository = id === null || name === null ? {} : { repository: { id, name } };
  if (id === null && runId === null) return {};
  return { confinement: { ...repository, ...(runId === null ? {} : { runId }) } };
}
