import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outgoing_mails (
      id bigint generated always as identity primary key,
      kind text not null check (kind in ('password_reset', 'signup')),
      email text not null,
      message_id uuid not null default gen_random_uuid(),
      created_at timestamptz not null default now(),
      attempts integer not null default 0,
      next_attempt_at timestamptz not null default now(),
      ended_at timestamptz,
      outcome text check (outcome in ('sent', 'unaddressed', 'refused', 'expired')),
      constraint outgoing_mails_ended_check check ((ended_at is null) = (outcome is null))
    )`.execute(db);
  await sql`create index outgoing_mails_due_idx on outgoing_mails (next_attempt_at) where ended_at is null`.execute(db);
  await sql`create index outgoing_mails_email_idx on outgoing_mails (lower(email), created_at)`.execute(db);
  await sql`create index outgoing_mails_ended_at_idx on outgoing_mails (ended_at) where ended_at is not null`.execute(
    db,
  );
  await sql`
    create table signups (
      account_id integer primary key,
      email text not null,
      asked_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index signups_email_key on signups (lower(email))`.execute(db);
  await sql`create index signups_asked_at_idx on signups (asked_at)`.execute(db);
}
