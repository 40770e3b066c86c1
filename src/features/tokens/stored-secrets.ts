import type { AppContext } from '../../context.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { lookupDigest, newToken, publicPrefixOf } from '../../secrets.ts';
import { hashSecret } from '../accounts/passwords.ts';
import type { ApiTokenRow } from './tokens.table.ts';
import { rememberHash } from './verified-tokens.ts';

/** What is stored of the secret. */
export type StoredSecret = Pick<ApiTokenRow, 'token_prefix' | 'lookup' | 'lookup_kid' | 'token_hash'>;

export interface MintedToken {
  /** The secret, which is stored nowhere. */
  readonly token: string;
  readonly row: ApiTokenRow;
}

const attemptsMax = 5;
const collisions: ReadonlySet<string | undefined> = new Set(['api_tokens_token_prefix_key', 'api_tokens_lookup_key']);

/** Has a row stored for a new secret; draws again when the secret or its public prefix is taken. */
export async function storeNewSecret(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  store: (secret: StoredSecret, token: string) => Promise<ApiTokenRow>,
  randomToken: () => string = () => newToken('spci'),
): Promise<MintedToken> {
  for (let attempt = 1; ; attempt += 1) {
    const token = randomToken();
    const secret = {
      token_prefix: publicPrefixOf(token),
      lookup: lookupDigest(keys.active, token),
      lookup_kid: keys.active.kid,
      token_hash: await hashSecret(token),
    };
    try {
      const row = await store(secret, token);
      rememberHash(db, secret.lookup, secret.token_hash);
      return { token, row };
    } catch (failure) {
      if (!collisions.has(violatedUniqueKey(failure)) || attempt === attemptsMax) throw failure;
    }
  }
}
