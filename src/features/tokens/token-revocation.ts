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
  await db.transaction().execute(async (trx) => {
    if ((await updateTokenRevoked(trx, tokenId, owners)) === undefined) throw notFound('token');
    await noticeToken(trx, tokenId);
  });
  forgetToken(db, tokenId);
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
