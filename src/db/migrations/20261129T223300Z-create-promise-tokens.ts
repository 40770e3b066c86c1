import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table promise_chains (
      id uuid primary key default gen_random_uuid(),
      domain_id integer not null references domains,
      account_id integer not null references accounts on delete cascade,
      site_id integer not null references sites on delete cascade,
      token_id integer not null references api_tokens on delete cascade,
      purpose text not null check (purpose in ('preflight', 'fixes')),
      created_at timestamptz not null default now(),
      ends_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db);
  await sql`create index promise_chains_account_id_idx on promise_chains (account_id)`.execute(db);
  await sql`create index promise_chains_site_id_idx on promise_chains (site_id)`.execute(db);
  await sql`create index promise_chains_token_id_idx on promise_chains (token_id)`.execute(db);
  await sql`
    create table promise_tokens (
      id integer generated always as identity primary key,
      chain_id uuid not null references promise_chains on delete cascade,
      kind text not null check (kind in ('promise', 'access')),
      lookup bytea not null unique,
      lookup_kid text not null,
      uses integer not null default 0,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index promise_tokens_chain_id_idx on promise_tokens (chain_id)`.execute(db);
  await sql`create index promise_tokens_expires_at_idx on promise_tokens (expires_at)`.execute(db);
}
