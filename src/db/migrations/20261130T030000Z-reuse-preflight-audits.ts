import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table preflight_jobs add reuse boolean not null default true`.execute(db);
  await sql`alter table preflight_audits add reused_from_job_id uuid`.execute(db);
  await sql`
    alter table preflight_pages
      add digest text,
      add read_at timestamptz not null default now()`.execute(db);
  await sql`
    create index preflight_pages_digest_idx on preflight_pages (digest, read_at desc)
    where digest is not null`.execute(db);
}
