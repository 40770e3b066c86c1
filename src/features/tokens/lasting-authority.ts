import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { findPasswordHashForShare, findRootForShare } from './tokens.queries.ts';

/**
 * Refuses who may not have what outlasts the token in use: a token that was made weaker on purpose, and one of the
 * global region. Account before token, as who changes the account does; until the transaction ends both stay.
 */
export async function assertLasting(
  trx: Transaction<Database>,
  { accountId, tokenId }: AccountPrincipal,
): Promise<void> {
  const account = await findPasswordHashForShare(trx, accountId);
  const root = account === undefined ? undefined : await findRootForShare(trx, tokenId);
  if (root === undefined) throw new AppError('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
  if (!root.ofPassword)
    throw new AppError('forbidden', 'What this shows outlasts the token, which was made from another: use that one.');
}
