import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table infrastructure_errors (
      id bigint generated always as identity primary key,
      run_id integer not null references runs,
      attempt integer not null,
      sample_id integer references samples,
      type text not null,
      cause text not null,
      severity text not null,
      message text not null,
      stack text[] not null,
      occurred_at timestamptz not null default clock_timestamp(),
      constraint infrastructure_errors_type_check check (type in
        ('queue', 'vm_provisioning', 'checkout', 'merge', 'build', 'worker', 'web_server', 'storage')),
      constraint infrastructure_errors_cause_check check (cause in
        ('lease_expired', 'worker_revoked', 'worker_failed', 'no_results', 'bytes_missing')),
      constraint infrastructure_errors_severity_check check (severity in ('warning', 'error', 'critical'))
    )`.execute(db);
  await sql`create index infrastructure_errors_run_id_idx on infrastructure_errors (run_id, id)`.execute(db);
  // A worker asks again for bytes that are gone; an attempt misses each of them once.
  await sql`
    create unique index infrastructure_errors_missing_key on infrastructure_errors (run_id, attempt, sample_id)
    nulls not distinct where cause = 'bytes_missing'`.execute(db);
}
