import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sites (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      name text not null,
      base_url text not null,
      authoring_type text check (
        authoring_type in ('cs', 'cs/crosswalk', 'ams', 'sharepoint', 'googledocs', 'documentauthoring')
      ),
      delivery_type text not null check (
        delivery_type in ('aem_cs', 'aem_edge', 'aem_ams', 'aem_headless', 'other')
      ),
      external_owner_id text,
      external_site_id text,
      author_url text,
      preview_hosts text[] not null,
      enabled_checks text[] not null,
      preview_auth text not null check (preview_auth in ('auto', 'none')),
      repository_id integer references repositories,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint sites_external_ids_check check ((external_owner_id is null) = (external_site_id is null))
    )`.execute(db);
  await sql`create index sites_domain_id_idx on sites (domain_id, id)`.execute(db);
  await sql`
    create table site_hosts (
      domain_id integer not null references domains,
      host text not null,
      site_id integer not null references sites on delete cascade,
      primary key (domain_id, host)
    )`.execute(db);
  await sql`create index site_hosts_site_id_idx on site_hosts (site_id)`.execute(db);
}
