import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table runs add preflight_job_id uuid references preflight_jobs on delete set null`.execute(db);
  await sql`create index runs_preflight_job_id_idx on runs (preflight_job_id) where preflight_job_id is not null`.execute(
    db,
  );
}
