import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tool_versions (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      repository_id integer not null references repositories,
      version text not null,
      released_on date not null,
      commit_sha text not null check (commit_sha ~ '^[0-9a-f]{40}$'),
      account_id integer not null references accounts,
      created_at timestamptz not null default now(),
      removed_at timestamptz,
      removed_by integer references accounts,
      constraint tool_versions_removed_check check ((removed_at is null) = (removed_by is null))
    )`.execute(db);
  await sql`
    create unique index tool_versions_repository_id_version_key on tool_versions (repository_id, version)
    where removed_at is null`.execute(db);
  await sql`
    create index tool_versions_domain_id_idx on tool_versions (domain_id, released_on desc, id desc)
    where removed_at is null`.execute(db);
}
