import type { AppContext } from '../../context.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { AppError } from '../../errors.ts';
import type { Scope } from '../../principal.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { assertScopesAllowed } from './scopes.ts';
import { storeNewSecret, type MintedToken, type StoredSecret } from './stored-secrets.ts';
import { findPasswordHashForShare, insertToken, updateExpiredNameHolders, type NewToken } from './tokens.queries.ts';
import type { ApiTokenRow } from './tokens.table.ts';

export const minutesInDay = 24 * 60;

export interface MintRequest {
  readonly token_name: string;
  readonly expires_in_days: number;
  readonly scopes: readonly Scope[];
}

/** With the password that was checked, where one was: no token comes of a password that was changed meanwhile. */
export type TokenOwner = Pick<AccountRow, 'id' | 'role'> & Partial<Pick<AccountRow, 'password_hash'>>;

/** `randomToken` is what a test replaces to see a repeated token. */
export async function mintToken(
  context: Pick<AppContext, 'db' | 'keys'>,
  owner: TokenOwner,
  { token_name, expires_in_days, scopes }: MintRequest,
  randomToken?: () => string,
): Promise<MintedToken> {
  assertScopesAllowed(scopes, owner.role);
  const end = { inMinutes: expires_in_days * minutesInDay };
  const facts = { account_id: owner.id, token_name, scopes: [...scopes], end };
  const store = (secret: StoredSecret) => storeToken(context.db, owner, { ...secret, ...facts });
  return storeNewSecret(context, store, randomToken).catch(tellTakenName);
}

export function tellTakenName(failure: unknown): never {
  if (violatedUniqueKey(failure) !== 'api_tokens_account_id_token_name_key') throw failure;
  throw new AppError('conflict', 'A live token of this account has this name.');
}

async function storeToken(db: AppContext['db'], owner: TokenOwner, row: NewToken): Promise<ApiTokenRow> {
  return db.transaction().execute(async (trx) => {
    const { id, password_hash: checked } = owner;
    if (checked !== undefined && (await findPasswordHashForShare(trx, id)) !== checked)
      throw new AppError('invalid_credentials', 'E-mail or password is wrong.');
    await updateExpiredNameHolders(trx, row.account_id, row.token_name);
    return insertToken(trx, row);
  });
}
