import type { AppContext } from '../../context.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { AppError } from '../../errors.ts';
import type { Scope } from '../../principal.ts';
import { lookupDigest, newToken, publicPrefixOf, type Keyring } from '../../secrets.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { hashSecret } from '../accounts/passwords.ts';
import { assertScopesAllowed } from './scopes.ts';
import { findPasswordHashForShare, insertToken, updateExpiredNameHolders, type NewToken } from './tokens.queries.ts';
import type { ApiTokenRow } from './tokens.table.ts';
import { rememberHash } from './verified-tokens.ts';

export interface MintRequest {
  readonly token_name: string;
  readonly expires_in_days: number;
  readonly scopes: readonly Scope[];
}

export interface MintedToken {
  /** The secret, which is stored nowhere. */
  readonly token: string;
  readonly row: ApiTokenRow;
}

const attemptsMax = 5;
const collisions: ReadonlySet<string | undefined> = new Set(['api_tokens_token_prefix_key', 'api_tokens_lookup_key']);

/** With the password that was checked, where one was: no token comes of a password that was changed meanwhile. */
export type TokenOwner = Pick<AccountRow, 'id' | 'role'> & Partial<Pick<AccountRow, 'password_hash'>>;

/** `randomToken` is what a test replaces to see a repeated token. */
export async function mintToken(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  owner: TokenOwner,
  request: MintRequest,
  randomToken: () => string = () => newToken('spci'),
): Promise<MintedToken> {
  assertScopesAllowed(request.scopes, owner.role);
  for (let attempt = 1; ; attempt += 1) {
    const token = randomToken();
    const row = await newTokenRow(keys, owner.id, request, token);
    try {
      const stored = await storeToken(db, owner, row);
      rememberHash(db, row.lookup, row.token_hash);
      return { token, row: stored };
    } catch (failure) {
      const key = violatedUniqueKey(failure);
      if (key === 'api_tokens_account_id_token_name_key')
        throw new AppError('conflict', 'A live token of this account has this name.');
      if (!collisions.has(key) || attempt === attemptsMax) throw failure;
    }
  }
}

async function newTokenRow(keys: Keyring, accountId: number, request: MintRequest, token: string): Promise<NewToken> {
  return {
    account_id: accountId,
    token_name: request.token_name,
    token_prefix: publicPrefixOf(token),
    lookup: lookupDigest(keys.active, token),
    lookup_kid: keys.active.kid,
    token_hash: await hashSecret(token),
    scopes: [...request.scopes],
    lifetimeHours: request.expires_in_days * 24,
  };
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
