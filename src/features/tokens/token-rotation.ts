import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { noticeToken } from './authority-notices.ts';
import { allowedScopes, assertCovered } from './scopes.ts';
import { storeNewSecret, type MintedToken } from './stored-secrets.ts';
import { minutesInDay } from './token-minting.ts';
import { isInTree } from './token-trees.queries.ts';
import {
  findLiveTokenById,
  findOwnTokenForUpdate,
  findPasswordHashForShare,
  insertToken,
  updateTokenReplaced,
} from './tokens.queries.ts';
import type { ApiTokenRow } from './tokens.table.ts';
import { forgetToken } from './verified-tokens.ts';

export interface RotationRequest {
  /** Undefined: the new token ends when the old one would have. */
  readonly expires_in_days?: number;
  /** How long the old token still holds. */
  readonly grace_seconds: number;
}

type Trx = Transaction<Database>;

/** A child never comes by a token that outlives it. */
async function assertMayRotate(trx: Trx, { tokenId: usedId }: AccountPrincipal, tokenId: number): Promise<void> {
  const used = await findLiveTokenById(trx, usedId);
  if (used === undefined) throw new AppError('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
  if (used.parent_id === null || (await isInTree(trx, tokenId, usedId))) return;
  throw new AppError('forbidden', 'A child token rotates itself and what was made from it, and no other.');
}

/** Locked; one that can be rotated has not ended, and was not rotated before. */
async function oldTokenOf(trx: Trx, { accountId }: AccountPrincipal, tokenId: number): Promise<ApiTokenRow> {
  // Before the token, as who changes the account does: whatever ends its tokens finds the new one.
  await findPasswordHashForShare(trx, accountId);
  const old = await findOwnTokenForUpdate(trx, accountId, tokenId);
  if (old === undefined) throw notFound('token');
  if (!old.holds_name || !old.live || old.calls_left === 0)
    throw new AppError('conflict', 'The token has ended, or was rotated before.');
  return old;
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
      const old = await oldTokenOf(trx, principal, tokenId);
      const scopes = allowedScopes(old.scopes, principal.role);
      assertCovered(scopes, principal);
      await assertMayRotate(trx, principal, tokenId);
      if (old.calls_left !== null && grace_seconds > 0)
        throw new AppError(
          'conflict',
          'Where calls are counted there is no grace: the new token has all that are left.',
        );
      ended = await updateTokenReplaced(trx, tokenId, grace_seconds);
      for (const id of ended) await noticeToken(trx, id);
      const end =
        expires_in_days === undefined ? { at: old.expires_at } : { inMinutes: expires_in_days * minutesInDay };
      const { account_id, token_name, parent_id, repository_id, run_id, calls_left } = old;
      const child = { parent_id, repository_id, run_id, calls_left };
      return insertToken(trx, { ...secret, account_id, token_name, scopes, end, child });
    }),
  );
  for (const id of ended) forgetToken(context.db, id);
  return minted;
}
