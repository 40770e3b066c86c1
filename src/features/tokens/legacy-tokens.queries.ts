import { sql, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { StoredSecret } from './stored-secrets.ts';
import type { ApiTokenRow } from './tokens.table.ts';

type Trx = Transaction<Database>;

/** The ids of those that were live: one, or none. */
export async function updateLegacyTokensRevoked(trx: Trx, accountId: number): Promise<number[]> {
  const rows = await trx
    .updateTable('api_tokens')
    .set({ revoked_at: sql<string>`now()` })
    .where('account_id', '=', accountId)
    .where('kind', '=', 'legacy')
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewLegacyToken extends StoredSecret {
  readonly account_id: number;
  readonly scopes: ApiTokenRow['scopes'];
}

/** It holds no name: it is the one of its account. */
export async function insertLegacyToken(trx: Trx, token: NewLegacyToken, days: number): Promise<ApiTokenRow> {
  return trx
    .insertInto('api_tokens')
    .values({
      ...token,
      kind: 'legacy',
      token_name: 'legacy',
      holds_name: false,
      expires_at: sql<string>`now() + ${days} * interval '1 day'`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
