import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { newToken } from '../../secrets.ts';
import { lockAccountOf } from '../accounts/account-changes.ts';
import { noticeToken } from './authority-notices.ts';
import { insertLegacyToken, updateLegacyTokensRevoked } from './legacy-tokens.queries.ts';
import { legacyScopes } from './scopes.ts';
import { storeNewSecret, type MintedToken } from './stored-secrets.ts';
import { forgetToken } from './verified-tokens.ts';

type Trx = Transaction<Database>;

const daysMax = 365;

/** The token of an account that knows no scopes; it takes the place of the one before. */
export async function issueLegacyToken(
  context: Pick<AppContext, 'db' | 'keys' | 'settings'>,
  caller: AccountPrincipal,
  accountId: number,
): Promise<MintedToken> {
  const { db, settings } = context;
  if (!settings.legacyTokens)
    throw new AppError(
      'forbidden',
      'Legacy tokens are switched off; the operator of the installation can change that.',
    );
  let ended: readonly number[] = [];
  const issue = (trx: Trx, secret: Parameters<Parameters<typeof storeNewSecret>[1]>[0]) =>
    insertLegacyToken(trx, { ...secret, account_id: accountId, scopes: [...legacyScopes] }, daysMax);
  const minted = await storeNewSecret(
    context,
    (secret) =>
      db.transaction().execute(async (trx) => {
        const account = await lockAccountOf(trx, caller, accountId);
        if (account.deactivated_at !== null) throw new AppError('unprocessable', 'The account is not active.');
        ended = await endIn(trx, accountId);
        return issue(trx, secret);
      }),
    () => newToken('spco'),
  );
  for (const id of ended) forgetToken(db, id);
  return minted;
}

/** Also where legacy tokens are switched off: they could be switched on again. Repeating it changes nothing. */
export async function revokeLegacyToken(
  { db }: Pick<AppContext, 'db'>,
  caller: AccountPrincipal,
  accountId: number,
): Promise<void> {
  const ended = await db.transaction().execute(async (trx) => {
    await lockAccountOf(trx, caller, accountId);
    return endIn(trx, accountId);
  });
  for (const id of ended) forgetToken(db, id);
}

async function endIn(trx: Trx, accountId: number): Promise<number[]> {
  const ids = await updateLegacyTokensRevoked(trx, accountId);
  for (const id of ids) await noticeToken(trx, id);
  return ids;
}
