import { sql, type Kysely } from 'kysely';

/** An account has one legacy token at most that was not revoked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table api_tokens
      drop constraint api_tokens_kind_check,
      add constraint api_tokens_kind_check check (kind in ('token', 'session', 'legacy'))`.execute(db);
  await sql`
    create unique index api_tokens_legacy_key on api_tokens (account_id)
      where kind = 'legacy' and revoked_at is null`.execute(db);
}
