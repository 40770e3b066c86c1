import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { ApiTokenRow } from './tokens.table.ts';

export interface TokenFacts extends Pick<ApiTokenRow, 'created_at' | 'expires_at'> {
  readonly email: string;
  /** Of the account's domain. */
  readonly slug: string;
}

/** Of a token that is neither revoked nor expired at this moment. */
export async function findTokenFacts(db: Kysely<Database>, tokenId: number): Promise<TokenFacts | undefined> {
  return db
    .selectFrom('api_tokens')
    .innerJoin('accounts', 'accounts.id', 'api_tokens.account_id')
    .innerJoin('domains', 'domains.id', 'accounts.domain_id')
    .select(['api_tokens.created_at', 'api_tokens.expires_at', 'accounts.email', 'domains.slug'])
    .where('api_tokens.id', '=', tokenId)
    .where('api_tokens.revoked_at', 'is', null)
    .where('api_tokens.expires_at', '>', sql<string>`now()`)
    .where('accounts.deactivated_at', 'is', null)
    .executeTakeFirst();
}
