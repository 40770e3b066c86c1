import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table media_infos (
      sample_id integer primary key references samples on delete cascade,
      attempts integer not null default 0,
      next_attempt_at timestamptz not null default now(),
      lacks_program boolean not null default false,
      ended_at timestamptz,
      outcome text check (outcome in ('told', 'unreadable')),
      sha256 text,
      size_bytes bigint,
      tracks jsonb,
      constraint media_infos_ended_check check ((ended_at is null) = (outcome is null)),
      constraint media_infos_told_check check (
        outcome is distinct from 'told' or (sha256 is not null and size_bytes is not null and tracks is not null)
      )
    )`.execute(db);
  await sql`create index media_infos_due_idx on media_infos (next_attempt_at) where ended_at is null`.execute(db);
  await sql`alter table queued_samples add column is_text boolean not null default false`.execute(db);
  await sql`insert into media_infos (sample_id) select id from samples`.execute(db);
}
