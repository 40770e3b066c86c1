import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table preflight_jobs (
      id uuid primary key,
      domain_id integer not null references domains,
      site_id integer not null references sites on delete cascade,
      run_id integer references runs on delete set null,
      account_id integer not null references accounts,
      step text not null check (step in ('identify', 'suggest')),
      status text not null default 'in_progress' check (status in ('in_progress', 'completed', 'failed', 'canceled')),
      urls text[] not null,
      audits text[] not null,
      authentication_required boolean not null,
      sealed_token text,
      token_minted boolean not null,
      attempt integer not null default 0,
      lease_until timestamptz,
      error_code text,
      error_message text,
      profiling jsonb,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      started_at timestamptz,
      ended_at timestamptz,
      expires_at timestamptz not null default now() + interval '7 days',
      constraint preflight_jobs_ended_check check (
        (status = 'in_progress') = (ended_at is null)
        and (status = 'in_progress' or sealed_token is null)
        and (status = 'failed') = (error_code is not null)
        and (error_code is null) = (error_message is null)
      )
    )`.execute(db);
  await sql`create index preflight_jobs_domain_id_idx on preflight_jobs (domain_id, created_at desc, id)`.execute(db);
  await sql`create index preflight_jobs_site_id_idx on preflight_jobs (site_id)`.execute(db);
  await sql`create index preflight_jobs_run_id_idx on preflight_jobs (run_id) where run_id is not null`.execute(db);
  await sql`create index preflight_jobs_in_progress_idx on preflight_jobs (created_at) where status = 'in_progress'`.execute(
    db,
  );
  await sql`create index preflight_jobs_expires_at_idx on preflight_jobs (expires_at)`.execute(db);
  await sql`
    create table preflight_pages (
      job_id uuid not null references preflight_jobs on delete cascade,
      position smallint not null,
      state text not null,
      status integer,
      final_url text,
      primary key (job_id, position)
    )`.execute(db);
  await sql`
    create table preflight_audits (
      job_id uuid not null,
      position smallint not null,
      name text not null,
      result jsonb not null,
      primary key (job_id, position, name),
      foreign key (job_id, position) references preflight_pages on delete cascade
    )`.execute(db);
}
