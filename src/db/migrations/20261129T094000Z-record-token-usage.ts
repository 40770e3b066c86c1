import { sql, type Kysely } from 'kysely';

/** Apart from the tokens, whose rows stay as they are while they are used; half of each page is left for new versions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table api_token_usage (
      token_id integer primary key references api_tokens (id) on delete cascade,
      last_used_at timestamptz not null
    ) with (fillfactor = 50)`.execute(db);
}
