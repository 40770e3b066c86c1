import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table blocked_users (
      domain_id integer not null references domains,
      github_user_id bigint not null check (github_user_id > 0),
      comment text not null,
      account_id integer not null references accounts,
      created_at timestamptz not null default now(),
      primary key (domain_id, github_user_id)
    )`.execute(db);
  await sql`
    create index runs_domain_id_completed_at_idx on runs (domain_id, completed_at desc)
    where ended = 'completed' and pr_number is null`.execute(db);
}
