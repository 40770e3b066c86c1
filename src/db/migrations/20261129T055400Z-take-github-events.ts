import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook_deliveries (
      delivery_id text primary key,
      event text not null,
      received_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index webhook_deliveries_received_at_idx on webhook_deliveries (received_at)`.execute(db);
  await sql`
    create table awaited_runs (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      repository_id integer not null references repositories,
      commit_sha text not null check (commit_sha ~ '^[0-9a-f]{40}$'),
      platform text not null check (platform in ('linux', 'windows')),
      branch text not null,
      base_commit_sha text check (base_commit_sha ~ '^[0-9a-f]{40}$'),
      pr_number integer,
      github_user_id bigint,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create unique index awaited_runs_commit_key
    on awaited_runs (repository_id, commit_sha, platform, coalesce(pr_number, 0))`.execute(db);
  await sql`create index awaited_runs_created_at_idx on awaited_runs (created_at)`.execute(db);
  await sql`alter table runs add column github_user_id bigint`.execute(db);
  await sql`
    alter table tool_versions
      alter column account_id drop not null,
      drop constraint tool_versions_removed_check,
      add constraint tool_versions_removed_check check (removed_by is null or removed_at is not null)`.execute(db);
}
