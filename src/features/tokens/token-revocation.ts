import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { noticeAccount, noticeToken } from './authority-notices.ts';
import { updateTokenRevoked, updateTokensRevoked } from './tokens.queries.ts';
import { forgetToken } from './verified-tokens.ts';

/** Revokes an own token, or any token of the domain for an administrator. Repeating it changes nothing. */
export async function revokeTokenBy(
  db: Kysely<Database>,
  { accountId, domainId, role }: AccountPrincipal,
  tokenId: number,
): Promise<void> {
  const owners = role === 'admin' ? { domainId } : { accountId };
  const revoked = await db.transaction().execute(async (trx) => {
    const ids = await updateTokenRevoked(trx, tokenId, owners);
    if (ids.length === 0) throw notFound('token');
    for (const id of ids) await noticeToken(trx, id);
    return ids;
  });
  for (const id of revoked) forgetToken(db, id);
}

/** Ends live tokens of the account, all or all but one, with the transaction; then `forgetTokensOf` is to be called. */
export async function revokeTokensOf(
  trx: Transaction<Database>,
  accountId: number,
  keptTokenId?: number,
): Promise<number> {
  const revoked = await updateTokensRevoked(trx, accountId, keptTokenId);
  await noticeAccount(trx, accountId);
  return revoked;
}
