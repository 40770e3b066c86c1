import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal, Scope } from '../../principal.ts';
import { noticeToken } from './authority-notices.ts';
import { allowedScopes } from './scopes.ts';
import { storeNewSecret, type MintedToken } from './stored-secrets.ts';
import { findLiveTokenById, findOwnTokenForUpdate, insertToken, updateTokenReplaced } from './tokens.queries.ts';
import { forgetToken } from './verified-tokens.ts';

export interface RotationRequest {
  /** Undefined: the new token ends when the old one would have. */
  readonly expires_in_days?: number;
  /** How long the old token still holds. */
  readonly grace_seconds: number;
}

/** Nobody comes by more than the token in use may do. */
function assertCovered(scopes: readonly Scope[], { scopes: held }: AccountPrincipal): void {
  const missing = scopes.filter((scope) => !held.includes(scope));
  if (missing.length === 0) return;
  throw new AppError('forbidden', 'The token in use lacks a scope of the token to rotate.', {
    required_scopes: scopes,
    missing_scopes: missing,
    token_scopes: held,
  });
}

/** A new secret takes the place of an own one; of several rotations at once one succeeds. */
export async function rotateToken(
  context: Pick<AppContext, 'db' | 'keys'>,
  principal: AccountPrincipal,
  tokenId: number,
  { expires_in_days, grace_seconds }: RotationRequest,
): Promise<MintedToken> {
  let ended: readonly number[] = [];
  const minted = await storeNewSecret(context, (secret) =>
    context.db.transaction().execute(async (trx) => {
      const old = await findOwnTokenForUpdate(trx, principal.accountId, tokenId);
      if (old === undefined) throw notFound('token');
      if (!old.holds_name || !old.live) throw new AppError('conflict', 'The token has ended, or was rotated before.');
      const scopes = allowedScopes(old.scopes, principal.role);
      assertCovered(scopes, principal);
      if ((await findLiveTokenById(trx, principal.tokenId)) === undefined)
        throw new AppError('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
      ended = await updateTokenReplaced(trx, tokenId, grace_seconds);
      for (const id of ended) await noticeToken(trx, id);
      const end = expires_in_days === undefined ? { at: old.expires_at } : { inHours: expires_in_days * 24 };
      return insertToken(trx, { ...secret, account_id: old.account_id, token_name: old.token_name, scopes, end });
    }),
  );
  for (const id of ended) forgetToken(context.db, id);
  return minted;
}
