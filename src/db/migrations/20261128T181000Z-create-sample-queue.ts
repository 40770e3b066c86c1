import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table queued_samples (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      account_id integer not null references accounts,
      sha256 text not null,
      size_bytes bigint not null,
      original_name text not null,
      extension text not null,
      created_at timestamptz not null default now(),
      constraint queued_samples_domain_id_sha256_key unique (domain_id, sha256)
    )`.execute(db);
  await sql`create index queued_samples_domain_id_idx on queued_samples (domain_id, id)`.execute(db);
  await sql`create index queued_samples_account_id_idx on queued_samples (account_id, id)`.execute(db);
  await sql`
    create table sample_uploads (
      sample_id integer primary key references samples on delete cascade,
      version text not null,
      platform text not null,
      parameters text not null,
      notes text not null
    )`.execute(db);
  await sql`
    create table sample_extra_files (
      id integer generated always as identity primary key,
      sample_id integer not null references samples on delete cascade,
      account_id integer not null references accounts,
      sha256 text not null,
      size_bytes bigint not null,
      original_name text not null,
      extension text not null,
      created_at timestamptz not null default now(),
      constraint sample_extra_files_sample_id_sha256_key unique (sample_id, sha256)
    )`.execute(db);
  await sql`
    create table discarded_contents (
      sha256 text primary key,
      discarded_at timestamptz not null default now()
    )`.execute(db);
}
