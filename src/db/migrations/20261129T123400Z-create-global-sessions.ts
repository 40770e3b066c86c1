import { sql, type Kysely } from 'kysely';

/** A session of the global region keeps the token there, sealed by its own secret, which is stored nowhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table api_tokens
      add column peer_token bytea,
      add constraint api_tokens_peer_token_check check (peer_token is null or (kind = 'session' and parent_id is null))`.execute(
    db,
  );
}
