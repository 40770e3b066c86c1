import { sql, type Kysely } from 'kysely';

/** A session is a token that a browser holds; it ends with the token that it was made from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table api_tokens
      add column kind text not null default 'token' check (kind in ('token', 'session')),
      add column parent_id integer references api_tokens,
      add column ends_at timestamptz,
      add constraint api_tokens_session_check check ((kind = 'session') = (ends_at is not null))`.execute(db);
  await sql`create index api_tokens_parent_id_idx on api_tokens (parent_id) where parent_id is not null`.execute(db);
}
