import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table accounts
      add column github_user_id bigint check (github_user_id > 0),
      add column github_link_changes integer not null default 0,
      add constraint accounts_github_check check ((github_user_id is null) = (github_login is null))`.execute(db);
  await sql`
    create unique index accounts_domain_id_github_user_id_key on accounts (domain_id, github_user_id)`.execute(db);
}
