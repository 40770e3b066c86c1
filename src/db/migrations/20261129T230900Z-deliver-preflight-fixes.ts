import { sql, type Kysely } from 'kysely';

/** As in the first queue of the engine; the tries of a delivery span a minute, and not the life of a job. */
const kept = { retryBackoff: true, heartbeatSeconds: 15, deleteAfterSeconds: 3600 };
const deadLetters = { ...kept, policy: 'standard', retryLimit: 12, retryDelay: 5, expireInSeconds: 300 };
const fixes = { ...kept, policy: 'exclusive', retryLimit: 3, retryDelay: 2, expireInSeconds: 900 };

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sites add fix_endpoint text`.execute(db);
  await sql`
    create table preflight_fixes (
      id uuid primary key,
      job_id uuid not null references preflight_jobs on delete cascade,
      domain_id integer not null references domains,
      site_id integer not null references sites on delete cascade,
      account_id integer not null references accounts,
      status text not null default 'in_progress' check (status in ('in_progress', 'completed', 'failed')),
      fixes jsonb not null,
      sealed_token text,
      token_minted boolean not null,
      attempt integer not null default 0,
      lease_until timestamptz,
      response_status integer,
      error_code text,
      error_message text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      started_at timestamptz,
      ended_at timestamptz,
      constraint preflight_fixes_ended_check check (
        (status = 'in_progress') = (ended_at is null)
        and (status = 'in_progress' or sealed_token is null)
        and (status = 'failed') = (error_code is not null)
        and (error_code is null) = (error_message is null)
      )
    )`.execute(db);
  await sql`create index preflight_fixes_job_id_idx on preflight_fixes (job_id, created_at desc, id)`.execute(db);
  await sql`create index preflight_fixes_site_id_idx on preflight_fixes (site_id)`.execute(db);
  await sql`create index preflight_fixes_in_progress_idx on preflight_fixes (created_at) where status = 'in_progress'`.execute(
    db,
  );
  const queues = {
    preflight_fixes_dead: deadLetters,
    preflight_fixes: { ...fixes, deadLetter: 'preflight_fixes_dead' },
  };
  for (const [name, options] of Object.entries(queues))
    await sql`select pgboss.create_queue(${name}, ${JSON.stringify(options)}::jsonb)`.execute(db);
}
