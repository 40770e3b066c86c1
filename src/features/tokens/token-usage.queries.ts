import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

export interface TokenUse {
  readonly tokenId: number;
  /** How long ago, so that the database clock tells when. */
  readonly agoMs: number;
}

/** Tokens that are gone are left out. A later use that another process has recorded stays. */
export async function updateTokenUsage(db: Kysely<Database>, uses: readonly TokenUse[]): Promise<void> {
  await sql`
    insert into api_token_usage (token_id, last_used_at)
    select api_tokens.id, now() - used.ago_ms * interval '1 millisecond'
    from unnest(${uses.map(({ tokenId }) => tokenId)}::integer[], ${uses.map(({ agoMs }) => agoMs)}::float8[])
      as used (token_id, ago_ms)
    join api_tokens on api_tokens.id = used.token_id
    order by api_tokens.id
    on conflict (token_id) do update set last_used_at = excluded.last_used_at
      where api_token_usage.last_used_at < excluded.last_used_at`.execute(db);
}
