import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table forge_reports (
      id bigint generated always as identity primary key,
      domain_id integer not null references domains,
      repository_id integer not null references repositories,
      run_id integer references runs on delete cascade,
      pr_number integer,
      revision integer not null default 1,
      told_revision integer not null default 0,
      changed_at timestamptz not null default now(),
      attempts integer not null default 0,
      next_attempt_at timestamptz not null default now(),
      constraint forge_reports_subject_check check (num_nonnulls(run_id, pr_number) = 1)
    )`.execute(db);
  await sql`create unique index forge_reports_run_id_key on forge_reports (run_id) where run_id is not null`.execute(
    db,
  );
  await sql`
    create unique index forge_reports_pr_number_key on forge_reports (domain_id, repository_id, pr_number)
    where pr_number is not null`.execute(db);
  await sql`
    create index forge_reports_due_idx on forge_reports (next_attempt_at) where told_revision < revision`.execute(db);
  await sql`create index forge_reports_changed_at_idx on forge_reports (changed_at)`.execute(db);
  await sql`
    create index runs_pr_number_idx on runs (repository_id, pr_number, platform, id desc)
    where pr_number is not null`.execute(db);
}
